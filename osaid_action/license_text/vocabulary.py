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
    only solely exclusively not no non none never neither nor without except excepting unless but
    however provided must may shall should cannot can can't won't don't mustn't prohibit* forbid*
    disallow* ban banned deny denied exclud* exclus* restrict* limit* constrain* condition*
    clause* addend* amend* rider* polic* subject accordance compl* oblig* requir* agree* accept*
    consent* permission* permit* allow* unauthor* authoriz* authoris* approv* register* registr*
    notif* contact* consult consulted inquir* request* commerc* noncommerc* nc nd sell* sold sale
    sales saleable resale* resell* profit* nonprofit* revenue* money monetiz* monetis* paid pay*
    fee fees price* pricing purchas* buy* royalt* subscri* customer* enterprise* business* compan*
    corporat* vendor* evaluat* trial* demo academic* academ* educat* teach* student* school*
    research* scien* scholar* personal* private* internal* hobby* individual* household nonprod*
    production* deploy* saas hosted compet* military weapon* war warfare medical* clinical*
    surveil* police government* nuclear ethic* moral* responsib* harm* evil lawful* unlawful*
    illegal* crim* abus* terminat* revok* expir* until confidential* proprietar* secret* nda
    additional* further addition supplement* extra special exception* overrid* supersed* instead
    waiv* void invalid* dual separate* separately if whether when where you your users user use
    usage purpose* need* reserv* train* finetun* distill* redistribut* modif* derivat* sublicen*
    export* country countries citizen* resident* trademark* patent* attribution* acknowledg*
    credit* beta
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
    学习交流 供学习 交流 参考 參考 测试 測試 试用 試用 评估 評估 教学 教學 演示 免费 免費 出售
    售卖 请 請 不 无 無 供 租 限り 限る 限定 のみ だけ 禁止 除く 以外 できません しない ください
    利用 向け 機関 営利 承認 許諾 必要 連絡 私的 学習用 有料 금지 비상업 상업 영리 연구 교육 개인
    용도 목적 한정 제한 허가 동의 승인 불가 안 만 사용 문의 유료 자체용 교육용 사전 필요 فقط لا
    غير دون بدون إلا يمنع ممنوع يحظر محظور تجاري التجاري بحث البحث تعليم شخصي استخدام الاستخدام
    أغراض لأغراض شرط إذن موافقة يجب ليس للاستخدام حظر μόνο όχι χωρίς απαγορ εμπορικ έρευνα χρήση
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
    terms tos eula aup agreement rules legal pricing license licenses licence licences licensing
""")
"""Words of an address at which further terms may stand."""

CLAUSAL = _set("""
    above below paragraph section chapter annex appendix exhibit schedule attachment withdraw*
    ignore* keep* kept stay stays remain* retain* belong* own owned owns donate donated donation
    donations expected expect* invit* ask asks asked call write tell read show look view hands off
    out in on under over from with within into onto upon about as by to so such than then too very
    us me mine ours him her them who what which how why do does did done doesn get give gives
    given gets goes going come comes make makes made take takes taken want wants let lets leave
    put set say says said see seen know think try run runs works worked seat seats maximum minimum
    million billion thousand hundred one two three four five six seven eight nine ten single
    double half once twice hour* week* day month annual* yearly monthly change changes changed
    convert* sunset* date time now soon later always ever today tomorrow starter plan plans pro
    basic gratis freemium shareware freeware nagware crippleware adware available visible optional
    invalidated suspend* embargo* classif* itar ear sanction* nondisclos* noncom* amateur*
    learner* kid kids child children pupil* patient* doctor* hospital* startup* small large humans
    human people person* friend* family member* guest* visitor* germany weight weights checkpoint*
    parameter* file files directory folder document* names anything everything something nothing
    any some each every both few most many worse same different kindly please welcome sorry hello
    buy product products shipping decid* contract* loan borrow rent rental lease* tax* invoice*
    quote cost costs cheap expensive due bank sponsor* staff partner* employee* worker* armed
    soldier* could withhold* withheld grants grant granting revert* lapse* delete* destroy* erase*
    return* stop start begin end ends ended finish* temporar* provisional* fair wrong true false
    yes maybe perhaps lock locked blocked
""") | _set("""
    bitte vorher behörd* anfrag* intern internum usum cấm dụng mục đích thương mại giáo ecoles
    écoles escuela* escola* scuol* estudiant* onderwijs* edukac* edukat* nekomer* nekomm* nonkom*
    nezisk* pendidik* eğitim* schule* lehre kommersiell* förbjud* ikke utdann* opetus* oktatás*
    gratuit* kostenlos* vzdělá* vzdelá* образован* обучен* учащ* студент* школ* освіт* навчан*
    некомер* εκπαίδ* εκπαιδ* μη εμπορ* έρευν* 자체용 교육용
""")
"""Words of sentences and of offers: with one of them a phrase is not plainly a name."""

LEGAL_ENDS = _set("""
    pbc lda inc incorporated llc llp ltd limited gmbh corp corporation plc sarl srl bv
""")
"""Legal forms that end a name."""

WHOLE_NAMES = (
    "Fraunhofer-Gesellschaft zur Förderung der angewandten Forschung",
    "Max-Planck-Gesellschaft zur Förderung der Wissenschaften",
    "Max-Planck-Gesellschaft",
    "Deutsches Forschungszentrum für Künstliche Intelligenz",
    "Deutsches Zentrum für Luft- und Raumfahrt",
    "Forschungszentrum Jülich",
    "Centre National de la Recherche Scientifique",
    "Institut National de Recherche en Informatique et en Automatique",
    "European Organization for Nuclear Research",
    "Mayo Foundation for Medical Education and Research",
    "Commonwealth Scientific and Industrial Research Organisation",
    "National Aeronautics and Space Administration",
    "Research Organization for Information Science and Technology",
    "United States Government",
    "U.S. Government",
    "Academic Software Foundation",
    "No Starch Press",
    "ServiceNow Research",
    "ServiceNow, Inc.",
    "ServiceNow",
    "a body corporate",
    "and/or its subsidiary(-ies)",
)
"""Names, and words for a holder, with a word that would stand in a clause elsewhere."""

MAILBOXES = _set("""
    contact email info hello legal support team dev admin opensource oss security copyright mail me
""")
"""What e-mail addresses of projects begin with."""

STEWARDS = _tuple("""
    opensource.org apache.org creativecommons.org gnu.org fsf.org spdx.org mozilla.org eclipse.org
    choosealicense.com boost.org unlicense.org opendatacommons.org cdla.dev sil.org
    mit-license.org openfontlicense.org python.org coscl.org.cn cern.ch europa.eu
    blueoakcouncil.org perlfoundation.org postgresql.org microsoft.com oracle.com unicode.org
    w3.org cecill.info nationalarchives.gov.uk latex-project.org php.net zlib.net zope.org
""")
"""Sites whose pages on licenses are the texts themselves."""

OTHER_TITLES = _tuple("""
    server_side_public sspl elastic_license rail rail-m openrail openrail-m openrail++-m fsl busl
    functional_source business_source fair_core fair_source confluent_community polyform
    hippocratic json_license community_license llama falcon_llm yi_license grok_2
    nvidia_open_model mnpl kimi tencent_hunyuan glm-4 stability_ai big_time parity prosperity
    openwebui open_webui redis_source eula terms_of_service terms_of_use source_available
    commons_clause end_user_license responsible_ai anti-996 model_license_agreement creativeml
    bigscience bigcode gemma qwen_license mistral_ai deepseek_license gnu_general_public
    gnu_affero gnu_lesser apply_to terms_apply rules_apply
""")
"""How licenses that limit use are called, or others than a file has; _ stands for a space."""

PARTICLES = _set("""
    von van de der den ter ten di da do del della dela la le les du dos das bin ibn al el y
    e und et
""")
"""What stands inside the names of people and is written small."""

ROLES = _set("""
    collaborators contributor contributors author authors creator creators developer developers
    maintainer maintainers others other team project community members affiliates subsidiaries
    owner owners holder holders its their respective original all individual various many et al
""")
"""How copyright lines speak of people without naming them."""

AFFIXES = _set("""
    pbc lda inc incorporated llc llp lp ltd limited gmbh bvba aps sro ltda ag kg se sa sas sarl
    srl spa bv nv oy ab as kk corp co plc pte pty jr sr dr prof phd md ph d st ev
""")
"""Legal forms and titles that belong to a name."""

GENERAL = _set("""
    academy national nuclear space health government industrial source public american european
    standards language languages machine human new federal limited company companies corporation
    corporate business research school university education service services systems cloud ai ml
    science sciences scientific medical law international home software free data open enterprise
    enterprises
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
