"""Surnames: what opens the name of a person, where what stands around it tells one."""

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)  # the hundred most frequent, those that are words too left out
_RARER = (
    "褚卫尤施华喻葛郎鲁苗俞柳鲍费倪毕安常傅齐康伍穆萧狄庞纪舒屈项祝阮蓝闵季童颜梅盛骆凌霍柯房郁单洪包左吉"
    "邢裴翁甄曲班仇栾甘厉符景詹幸司薄印怀蒲鄂索赖卓蔺屠池乔闻党翟劳申冉边卞庄晏柴阎连易慎戈衡耿匡寇广殷聂"
    "文辛阚简饶关岳温米车欧游岑祁窦奚滕邬臧刁樊虞裘缪钮荀芮储靳巫仲晁鞠佘柏戚"
)
# Those of two characters by their first; words far more often than names.
_WORDS = (
    "水章云昌凤花酆乐时皮元卜平和湛禹贝明计伏成茅席麻强路娄危支管经干解应宗宣杭诸嵇荣羊惠家封松井富焦巴牧"
    "山谷全仰宫宁祖束韶宿从籍蒙阴能苍双贡扶堵宰雍桑桂牛寿通冀浦尚农习艾鱼容古庾步都满弘国禄利蔚师巩敖冷"
    "那空沙须丰查荆红权盖公阳上尉兰涂"
)
NAMING = SURNAMES + _RARER  # tell a name before an office
ALL_SURNAMES = NAMING + _WORDS  # tell a name only where more does
