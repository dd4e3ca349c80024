print('a heron')
