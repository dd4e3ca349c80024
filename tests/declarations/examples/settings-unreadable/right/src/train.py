print('learning')
