/** Chinese words and sayings as people type them into a password, in pinyin and in the abbreviations of it. */
export const chineseWords: readonly string[] = `
mima mimamima wodemima mimashi wangjimima wangle wangjile denglu yonghu yonghuming guanliyuan guanli zhanghao zhanghu kouling
woaini woaini1314 woaiwoziji woaiwojia woaiwoma woaimama woaibaba woaizhongguo woaini520 woaininimen woaita woaini100 aini
ainiyiwannian yiwannian yongyuan yongyuanaini xiangni woxiangni wohenni baobei baobao baba mama babamama mamababa yeye nainai
waigong waipo laolao laoye gege didi jiejie meimei laogong laopo laopodaren laogongwoaini qinaide qingqing xiaobaobei erzi nver
nuer sunzi sunnv haizi ertong tongxue pengyou haopengyou laoshi laoban laoda laotou dage dajie xiaodi xiaomei xiaogege shushu
ayi boss gongsi gongzuo shangban xiaban jiaban xuexi xuesheng xuexiao xiaoxue zhongxue gaozhong chuzhong daxue youeryuan banji
banzhuren xiaozhang zhuren shuji juzhang kezhang keyuan xianzhang zhenzhang cunzhang jiaoyu jiaoyuju jiaoshi jiaoxue jiaowu
xueji kongchuo kongchuobaoxue baoxue quanjiaoyiwei yiwujiaoyu xiangzhen cunzhuang nongcun xiancheng zhengfu bangong bangongshi
caiwu kuaiji renshi dangan mishu zonghe jiankong xitong pingtai wangzhan wangluo diannao dianhua shouji youxiang weixin
weixinhao qqhao zhifu zhifubao yinhang yinhangka gongshang jianshe nongye jiaotong zhaoshang youzheng shenfenzheng xingming
shengri shengrikuaile xinnian xinniankuaile chunjie guonian guoqing zhongqiu duanwu qingming yuandan qixi laodongjie ertongjie
jiaoshijie kaixin kuaile xingfu pingan jiankang ruyi jixiang jixiangruyi wanshiruyi xinxiangshicheng gongxifacai facai facaile
baofu dafuweng fugui zhaocai zhaocaijinbao jinbao shunfeng yifanfengshun shunli shunshunlili chenggong shengli jiayou nuli
fendou mengxiang xiwang weilai mingtian jintian zuotian qingchun ziyou heping youyi tuanjie zhonghua zhongguo zhongguoren
zhongguomeng aiguo zuguo renmin weirenminfuwu dangyuan gongqingtuan hongqi hongxing dongfanghong changcheng changjiang huanghe
taishan huashan huangshan kunlun zhujiang tiananmen gugong beijing beijinghuanying shanghai tianjin chongqing guangzhou shenzhen
hangzhou nanjing wuhan chengdu xian shenyang dalian changchun haerbin jinan qingdao zhengzhou changsha fuzhou xiamen nanning
kunming guiyang lasa lanzhou xining yinchuan wulumuqi huhehaote shijiazhuang taiyuan hefei nanchang haikou sanya suzhou wuxi
ningbo wenzhou dongguan foshan zhuhai guilin lijiang anshan fushun benxi dandong jinzhou yingkou fuxin liaoyang panjin tieling
chaoyang huludao liaoning jilin heilongjiang neimenggu hebei shanxi shandong henan jiangsu zhejiang anhui jiangxi fujian hubei
hunan guangdong guangxi hainan sichuan guizhou yunnan xizang gansu qinghai ningxia xinjiang taiwan xianggang aomen kalaqin kazuo
jianping lingyuan beipiao chaoyangxian tiankong taiyang yueliang xingxing xingkong caihong baiyun lantian yangguang chuntian
xiatian qiutian dongtian chunxiaqiudong xuehua xiayu dafeng dahai haiyang senlin caoyuan shamo heliu huoshan liuxing liuxingyu
shandian leidian huoyan bingxue fengyu fengye meigui baihe mudan lanhua juhua hehua taohua meihua yinghua guihua xiangrikui
molihua puogongying xiaocao dashu songshu zhuzi pingguo xiangjiao xigua caomei putao lizi taozi juzi chengzi ningmeng boluo
mangguo yingtao shiliu hetao huasheng baicai luobo tudou xihongshi doufu jiaozi baozi mantou miantiao mifan huoguo shaokao
niurou jidan niunai kafei lvcha hongcha baijiu pijiu maotai xiaogou xiaomao xiaozhu xiaoniu xiaoma xiaoyang xiaoji xiaoya
xiaolong xiaohu xiaotu xiaohou xiaoxiong xiongmao daxiong laohu shizi dalong longlong longma feilong tianlong shenlong zhuque
baihu xuanwu fenghuang qilin houzi shayu jingyu haitun wugui mayi mifeng hudie qingting wawa haohao lele huanhuan beibei
jingjing yingying nini tiantian dandan doudou niuniu nannan yuanyuan fangfang lili nana tingting xiaoming xiaohong xiaohua
xiaoli xiaowang xiaoliu xiaochen xiaozhao xiaosun xiaowei xiaojun xiaoqiang xiaofang xiaoyan xiaoyu xiaoxiao xiaolei xiaolin
xiaobin xiaobo laowang laozhang laoli laoliu laochen zhangsan lisi wangwu zhaoliu sunqi zhouba wujiu zhengshi zhangsanlisi
wangermazi sunwukong zhubajie tangseng shaseng baigujing xiyouji hongloumeng shuihuzhuan sanguoyanyi sanguo caocao liubei guanyu
zhangfei zhugeliang zhaoyun lvbu diaochan sunquan zhouyu songjiang wusong linchong jiabaoyu lindaiyu xuebaochai libai dufu sushi
baijuyi kongzi laozi mengzi zhuangzi qinshihuang hanwudi tangtaizong chengjisihan zhuyuanzhang kangxi qianlong leizhenzi nezha
yangjian erlangshen yuhuang rulai guanyin guanyinpusa pusa amituofo shangdi yesu wangzherongyao wangzhe rongyao hepingjingying
chiji yingxionglianmeng lianmeng yingxiong chuanqi rexuechuanqi mengjing menghuan menghuanxiyou moshou moshoushijie
chuanyuehuoxian dixiachengyuyongshi doudizhu majiang xiangqi weiqi zuqiu lanqiu pingpangqiu yumaoqiu paiqiu youyong paobu
taiquan wushu shaolin shaolinsi wudang taiji taijiquan emei huashanlunjian tianxia tianxiadiyi diyi wudi wudizuiqiang zuiqiang
zuihao hundan bendan buzhidao suibian wusuowei meiguanxi meiyou keyi nihao nihaoma dajiahao xiexie duibuqi zaijian baibai wanan
zaoan huanying huanyingguanglin qingwen qingjin qingshuru shurumima cuowu zhengque queding quxiao tuichu fanhui kaishi jieshu
ceshi ceshizhanghao ceshiyonghu yanshi shiyan shuju shujuku fuwuqi luyouqi wifimima xinmima jiumima chushimima morenmima moren
chushi yiershi yiersan yiersansi yiersansiwu yiersansiwuliu liuliuliu babaliu wuerlingyisanyisi wuerling yisanyisi wobuzhidao
wobugaosuni nicai nicaicai caibudao wocaini bugaosuni mimamimamima zheshimima zheshiwodemima jiushimima meiyoumima
yigedoubunengshao bunengshao tiantianxiangshang haohaoxuexi haohaoxuexitiantianxiangshang zhishijiushililiang
shijianjiushijinqian shibaichenggongzhimu youzhizheshijingcheng haishengmingyue tianyaruobilin chuangqianmingyueguang
yishidishangshuang bairiyishanjin huangherhailiu chunmianbujuexiao xueerbuyan sanrenxing biyouwoshi wojiao woshi woshishui
woshitiancai tiancai woshizhongguoren xiaokeai keai meinv shuaige meiren tianshi mogui jingling gongzhu wangzi nvwang nvshen
nanshen guowang huangdi huanghou jiangjun yuanshuai siling budui junren jiefangjun jingcha gongan yisheng hushi nongmin gongren
siji gongchengshi lvshi tianwaifeixian xianggangjiaoyou budao huangfeihong yewen yongchun shediaoyingxiong shendiaoxialv
tianlongbabu xiaoaojianghu luodingji yitiantulongji linghuchong guojing huangrong yangguo xiaolongnv qiaofeng duanyu xuzhu
zhangwuji renyingying weixiaobao aaa aabb abab aini1314 yyds xswl zqsg awsl dbq nsdd yjjc plmm gg mm dd jj lg lp bb tt ll xx yy
zgr zgrm wbd cyjy kzjy kzjyj jyj jyt jyb xjgl kcbx
`
  .trim()
  .split(/\s+/);
