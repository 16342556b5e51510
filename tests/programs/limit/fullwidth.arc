# fails: 2:1: expected an expression, found 'ｉ'
ｉnput
