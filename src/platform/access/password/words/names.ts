/** The most usual surnames of China, in pinyin; a surname that two characters share stands once. */
export const surnames: readonly string[] = `
wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang deng han feng cao
peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lv lu ding ren yao shen zhong cui tan wen fan shi liao jia xia
fu fang bai zou meng xiong qin qiu hou jin yin xue lei long shao qian kang mao wan gu lai hong gong duan mo kong bao qi niu
ouyang sima shangguan zhuge an bo chang chu dai dou fei gan ge geng guan hao hua huo ji jing ju kuang lan leng ling lou mei mi
miao mu ni nie ning pang pei ping pu qiao qu rao ruan sha shan shang sheng shu shuai si tao teng tong tu wo xi xiang xin xing
yan yi you yue zha zhan zhen zhuang zhuo zong zuo
`
  .trim()
  .split(/\s+/);

/** Usual given names of one character or two, in pinyin. */
export const givenNames: readonly string[] = `
wei fang na min jing li qiang lei jun yang yong yan jie juan tao ming chao xia ping gang hui hong bo bin peng fei hao yu xin dan
ling ying mei lan hua qin yun zhen feng jian guo long hai kai kun liang lin lu meng miao nan ning qi qian qing rong rui shan
shuai si song ting tong wen xiang xiao xue yi yuan yue ze zhe zheng zhi xiuying xiulan guiying guilan guizhi guifang yulan
yuzhen yuhua yumei shuzhen shuying shulan shufang shuhua fengying xiuzhen xiumei xiufang xiuhua meiling meili lihua liping
lijuan limin liying lina hongmei hongyan haiyan xiaoyan xiaoli xiaohong xiaofang xiaomei xiaoling xiaoying xiaodong xiaojun
xiaoming xiaofeng xiaobo xiaolong xiaolei xiaogang xiaoqiang xiaowei jianguo jianjun jianhua jianping jianming jianfeng jianxin
guoqiang guoqing guohua guodong weidong weiguo weimin weihua weijun weiping zhiqiang zhigang zhiyong zhiwei zhihong zhijun
zhiyuan zhihui zhipeng zhibin yongqiang yonggang yongjun yongming yongsheng haibo haitao haifeng haijun haiyang haidong haiping
dawei dehua dongmei donghai chunhua chunmei chunyan chunlan qiuyue qiuju xuemei xueying xuefeng xiaoxue yuxin yuhan yuxuan
yutong yuting yufei yuchen yuze haoran haoyu haoxuan haotian zihan zixuan zihao ziyi zixin ziqi ziyang zimo zitong zirui xinyi
xinyu xinyue xinran xinlei jiayi jiahao jiaqi jiaxin jiale jiajia jiaming jiawei yichen yihan yifan yinuo yixuan yiming yiyi
yifei mengqi mengyao mengjie menghan mengting ruoxi ruohan shihan shiqi siyu siqi sihan siyuan tianyu tianyi tianhao wenbo
wenjing wenhao wenjie wenjun wenbin wenhui wenxuan wenting xiaoyu xiaotong xiaohan xiaoya xiaolin xiaofei xiaotian yanan yanhong
yanli yanmei yanping yanfang yanhua yanjun yaqi yating yawen yajing yujie yuanyuan yangyang lele lili lingling tingting tiantian
fangfang feifei jingjing juanjuan lanlan meimei mengmeng nana pingping qianqian qingqing shanshan shuangshuang xiaoxiao xinxin
xixi xuexue yanyan yingying yueyue zhenzhen dandan
`
  .trim()
  .split(/\s+/);
