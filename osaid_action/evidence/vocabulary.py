# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: RUF001 - letters of other languages are meant
"""Words by which a line around a license text may limit it, and words that names are made of.

Stems end in ``*``. The lists lean to saying "may limit": a line that is wrongly held back is looked
at by a person, one that is wrongly let through is not.
"""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _tuple(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_ENGLISH = _set("""
    only solely exclusively not no non none never neither nor without except excepting
    unless but however provided must may shall should cannot can can't won't don't mustn't
    prohibit* forbid* disallow* ban banned deny denied exclud* exclus* restrict* limit*
    constrain* condition* clause* addend* amend* rider* polic* subject accordance compl*
    oblig* requir* agree* accept* consent* permission* permit* allow* unauthor* authoriz*
    authoris* approv* register* registr* notif* contact* consult consulted inquir* request*
    commerc* noncommerc* nc nd sell* sold sale* resale* resell* profit* nonprofit* revenue*
    money monetiz* monetis* paid pay* fee fees price* pricing purchas* buy* royalt* subscri*
    customer* enterprise* business* compan* corporat* vendor* evaluat* trial* demo academic*
    academ* educat* teach* student* school* research* scien* scholar* personal* private*
    internal* hobby* individual* household nonprod* production* deploy* saas hosted compet*
    military weapon* war warfare medical* clinical* surveil* police government* nuclear
    ethic* moral* responsib* harm* evil lawful* unlawful* illegal* crim* abus* terminat*
    revok* expir* until confidential* proprietar* secret* nda additional* further addition
    supplement* extra special exception* overrid* supersed* instead waiv* void invalid* dual
    separate* separately if whether when where you your users user use usage purpose* need*
    reserv* train* finetun* distill* redistribut* modif* derivat* sublicen* export* country
    countries citizen* resident* trademark* patent* attribution* acknowledg* credit* beta
""")

_GERMAN = _set("""
    nicht nur kein* ohne außer ausser ausschließ* ausschliess* verboten verbot* untersagt
    darf dürfen duerfen muss müssen muessen soll* erlaub* gestatt* genehmig* zustimm*
    kommerz* nichtkommerz* gewerb* geschäft* geschaeft* privat* forschung* lehr* bildung*
    wissenschaft* akadem* zweck* nutz* verwend* gebrauch* bedingung* einschränk*
    einschraenk* beschränk* beschraenk* vorbehalt* entgelt* kostenpflicht* gebühr* gebuehr*
    militär* militaer* waffen* kund* vertrieb* weitergabe veränder*
""")

_FRENCH = _set("""
    pas non ni ne sans sauf uniquement seulement exclusivement interdi* prohib* doit doivent
    peut peuvent autoris* permis* commercial* recherche* enseignement usage* utilis* fins
    condition* restreint* limité* limit* accord redevance* payant* privé* personnel*
    militaire* académique* vente* vend* seul* client* entreprise* réserv* droits
""")

_SPANISH = _set("""
    ningún ningun* sin salvo excepto solo sólo solamente únicamente unicamente
    exclusivamente prohib* debe deben puede pueden permit* autoriz* comercial* investigación
    investigacion educativ* académic* academic* uso usos utiliz* fines condicion* restring*
    limitad* pago* tarifa* privad* personal* militar* venta* vender lucro empresa* client*
    consentimiento licenciatario
""")

_OTHERS = _set("""
    não nao sem apenas somente exclusivamente proibid* deve devem pode podem comerciais
    pesquisa* educacion* fins condiç* restrit* venda* senza solo soltanto esclusiv* vietat*
    devono può possono commercial* ricerca* didattic* scopi scopo utilizz* condizion*
    limitat* niet alleen uitsluitend geen zonder behalve verboden mag mogen moet moeten
    commerci* onderzoek* gebruik* doeleinden voorwaard* nie tylko wyłącznie bez zakaz*
    zabron* może musi komercyj* niekomercyj* badań badaw* użyt* cele celów celach warunk*
    değil yalnızca sadece olmadan yasak* ticari araştırma kullanım*
""")
"""Portuguese, Italian, Dutch, Polish, Turkish."""

_BEGINNINGS = _set("""
    zum zur für fuer pour para för endast enbart vain yalnız* için hanya untuk chỉ dla numai
    doar pentru pouze csak essai* prova test tests testing testen ensayo* lizenz* forskning*
    tutkim* nghiên riset penelit* výzkum kutat* badania
""")
"""How clauses begin, and words for tests and research, in these and further languages."""

_RUSSIAN = _set("""
    только лишь исключительно не нет без кроме запрещ* запрет* нельзя должен должн* может
    могут разреш* коммерч* некоммерч* исследова* научн* образоват* учебн* личн* использ*
    целях целей цели услов* огранич* соглас* оплат* плат* продаж* воен* частн* внутренн*
    толь* права
""")

RESTRICTING = _ENGLISH | _GERMAN | _FRENCH | _SPANISH | _OTHERS | _BEGINNINGS | _RUSSIAN
"""Words of a line in front of a license text by which it may limit the license."""

LIMITING = RESTRICTING | _set("""
    merely just although might doesn't isn't needs forbad* disallowed bans barred exempt*
    unrestricted limited unlimited confin* terms term oblige* apply applies applied
    applicable applicant* enquir* email resold free billing demo* education* classroom*
    noninternal home host* service* cloud* uses used using application* diagnos* model*
    dataset* scrape scraped scraping mining ai ml llm* output* benchmark* hate* discriminat*
    violat* till before after first during days months years year effective closed nation*
    distribut* copy* copies reproduc* transfer* relicen* publish* share sharing multi also
    plus other otherwise override* rather replac* null binding notice whenever who whom
    whoever anyone everyone nobody somebody yours we our they are was were be been being
    have had does done would could its this that these those there here edition* tier
    preview alpha sample pending negot* universit* copyright* licens* software* granted
    right rights unrightfully legal* court* jurisdiction* liabl* warrant* indemn*
""")
"""The same and further English words that neither a name nor a title has."""

RESTRICTING_PARTS = _tuple("""
    禁 不得 不可 不能 不允 不许 不許 非 仅 僅 只 限 除 须 須 必须 必須 应当 應當 未经 未經 同意
    许可 許可 授权 授權 批准 商用 商业 商業 营利 營利 盈利 收费 收費 付费 付費 购买 購買 联系 聯繫
    研究 学术 學術 教育 个人 個人 内部 內部 军事 軍事 用途 使用 目的 条件 條件 勿 另有 例外
    学习交流 供学习 交流 参考 參考 测试 測試 试用 試用 评估 評估 教学 教學 演示 免费 免費 出售 售卖
    请 請 不 无 無 供 租 限り 限る 限定 のみ だけ 禁止 除く 以外 できません しない ください 利用
    営利 承認 許諾 必要 連絡 私的 学習用 有料 금지 비상업 상업 영리 연구 교육 개인 용도 목적 한정
    제한 허가 동의 승인 불가 안 만 사용 문의 유료 فقط لا غير دون بدون إلا يمنع
    ممنوع يحظر محظور تجاري التجاري بحث البحث تعليم شخصي
    استخدام الاستخدام أغراض لأغراض شرط إذن موافقة يجب ليس
    للاستخدام حظر μόνο όχι χωρίς απαγορ εμπορικ έρευνα χρήση
""")
"""The same for scripts that do not part words, or glue words together: looked for anywhere."""

COMPOUNDS = _tuple("""
    lizenz licens forschung kommer commer comerc gewerb verbot zweck nutzung privat
    forskning
""")
"""Parts that restrict inside a longer word, too; no name has them."""

NAMES_TOO = _set("""
    May Can Nur Nie Ni Sin Ban Price Sellers Harmon Trainor Marks You Solo Per Key Case
    Close
""")
"""Words of the lists above that are names, too: a copyright line with one is noted."""

TERMS_ELSEWHERE = _set("""
    terms tos eula aup agreement rules legal pricing
""")
"""Words of an address at which further terms may stand."""

PARTICLES = _set("""
    von van de der den ter ten di da do del della dela la le les du dos das bin ibn al el y
    e und et
""")
"""What stands inside the names of people and is written small."""

ROLES = _set("""
    contributor contributors author authors creator creators developer developers maintainer
    maintainers others other team project community members affiliates subsidiaries owner
    owners holder holders its their respective original all individual various many et al
""")
"""How copyright lines speak of people without naming them."""

AFFIXES = _set("""
    inc incorporated llc llp lp ltd limited gmbh bvba aps sro ltda ag kg se sa sas sarl srl spa bv
    nv oy ab as kk corp co plc pte pty jr sr dr prof phd md ph d st ev
""")
"""Legal forms and titles that belong to a name."""

GENERAL = _set("""
    limited company companies corporation corporate business research school university
    education service services systems cloud ai ml science sciences scientific medical law
    international home software free data open enterprise enterprises
""")
"""Words of the lists above that names of organizations have, beside one of their own."""

PLACES = _set("""
    institute institution center centre foundation association society council laboratory
    laboratories lab labs agency office company organization school college university
    department ministry
""")
"""After these a name goes on with "for", "at" or "in"."""

ORGANIZATIONS = _tuple("""
    有限责任公司 股份有限公司 有限公司 公司 大学 大學 学院 學院 研究院 研究所 集团 集團 基金会
    基金會 会社 會社 協会 协会 协會 中心 团队 團隊 社区 社區 工作室 財団 财团 회사 대학교 재단
    연구소 연구원
""")
"""How the names of organizations end in Chinese, Japanese and Korean."""

TITLE_WORDS = _set("""
    license licenses the version v copyright notice and software text file agreement open source
""")
"""Words that the title of any license may have."""
