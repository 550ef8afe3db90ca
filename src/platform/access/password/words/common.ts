/**
 * Words that passwords are made of everywhere, written down for this project, by subject. Lower case, without the digits
 * and signs that people put around them; forms in leetspeak are found by `guessing.ts`.
 */
export const commonWords: readonly string[] = `
password passwd passw pass passcode passphrase passkey pwd psw passwort motdepasse contrasena senha parola login logon signin
welcome letmein openup opensesame access enter admin administrator root superuser super user username guest test tester testing
demo sample example default changeme change temp temporary secret private public system sysadmin server client computer network
internet intranet wireless router modem cisco huawei tplink oracle mysql postgres postgresql database redis mongodb apache
tomcat nginx jenkins docker ubuntu debian centos redhat linux unix windows microsoft office excel outlook google gmail yahoo
hotmail facebook twitter instagram whatsapp tiktok youtube netflix amazon apple iphone ipad macbook android samsung nokia
motorola lenovo thinkpad dell toshiba hewlett xiaomi oppo vivo honor baidu tencent wechat weixin alibaba taobao alipay zhifubao
jingdong douyin kuaishou meituan didi sina weibo sohu netease wangyi youku iqiyi bilibili qqmail foxmail manager director
operator supervisor master boss chief leader officer secretary assistant teacher student school college university education
bureau department class grade principal headmaster parents children family mother father brother sister mommy daddy mama papa
baby babe babygirl babyboy honey sweet sweetie sweetheart darling lover love loveme loveyou iloveyou iloveu ilove lovely forever
always together kiss kisses hugs angel angels heaven heart hearts princess prince queen king kingdom lady lord knight warrior
hunter killer ninja samurai dragon phoenix tiger lion panther leopard eagle falcon hawk wolf wolves bear panda monkey rabbit
bunny mouse horse pony cow sheep goat chicken rooster duck goose snake turtle dolphin whale shark fish kitty kitten cat cats dog
dogs puppy doggy butterfly spider ladybug flower flowers rose roses lily daisy sunflower orchid jasmine cherry banana apples
orange lemon peach mango grape strawberry blueberry watermelon pineapple coconut tomato potato carrot pepper ginger cookie
cookies candy chocolate sugar cake muffin cupcake pizza burger cheese butter bread coffee latte mocha tea milk water beer wine
vodka whiskey tequila pepsi cocacola sprite fanta sunshine sun sunny moon moonlight star stars starlight sky skyline cloud rain
rainbow snow snowman snowball winter spring summer autumn january february march april may june july august september october
november december monday tuesday wednesday thursday friday saturday sunday morning evening night midnight today tomorrow
yesterday birthday christmas newyear holiday red blue green yellow black white purple pink silver golden gold brown grey scarlet
crystal diamond emerald ruby sapphire pearl silk velvet shadow ghost phantom magic magical wizard witch merlin mystery fantasy
dream dreams dreamer hope faith believe trust truth honest peace freedom liberty justice victory winner champion champions hero
heroes legend legends glory honour lucky luck fortune money cash dollar rich million billion business company market finance
account accounting bank football soccer basketball baseball softball volleyball tennis badminton pingpong golf hockey rugby
cricket swimming running cycling skating skiing surfing boxing wrestling karate kungfu taichi yoga dance dancer dancing music
musician guitar piano violin drum drums singer song songs rock rocknroll metal jazz blues hiphop party disco concert movie
movies cinema theater camera photo photos picture video games game gamer gaming player players playboy playstation xbox nintendo
pokemon pikachu mario zelda sonic minecraft fortnite roblox warcraft starcraft diablo overwatch counterstrike callofduty halo
doom quake naruto sasuke onepiece luffy doraemon totoro conan goku vegeta sailormoon hellokitty snoopy garfield mickey minnie
donald batman superman spiderman ironman captain america avengers hulk thor wolverine deadpool joker harley starwars skywalker
vader yoda jedi matrix trinity morpheus startrek enterprise gandalf frodo hobbit harrypotter hogwarts hermione gryffindor
slytherin titanic avatar terminator rambo rocky godfather scarface gladiator spartan spartacus hercules zeus apollo athena venus
jupiter mars saturn mercury neptune pluto galaxy universe cosmos earth planet world ocean island beach river lake mountain
forest jungle desert garden paradise castle palace temple church bridge tower michael michelle jennifer jessica ashley amanda
samantha elizabeth stephanie nicole heather melissa danielle rebecca rachel laura sarah anna maria marie julia juliet emily emma
olivia sophia isabella victoria charlotte grace alice alexandra alexander andrew anthony antonio benjamin brandon charles
charlie christian christopher daniel david dennis donna edward eric ethan eugene francis frank gabriel george gordon gregory
harold harrison harry helen henry jack jackson jacob james jason jasper jeremy jerry john johnny johnson jonathan jordan jose
joseph joshua justin karen kathleen katherine kelly kenneth kevin kimberly larry lawrence leonard leslie linda lisa louise lucas
lucy luis madison margaret mark martin mary mason matthew maxwell megan melanie miguel monica morgan nancy natalie natasha
nathan nicholas oliver oscar pamela patricia patrick paul peter philip phillip ralph randy raymond richard robert roberto robin
roger ronald russell ryan sabrina samuel sandra scott sean sebastian sharon shirley simon stephen steve steven susan sydney
taylor teresa theodore theresa thomas tiffany timothy tommy tracy travis tyler vanessa vincent virginia walter wendy william
williams wilson zachary arsenal chelsea liverpool manchester barcelona realmadrid juventus milan bayern dortmund ajax benfica
celtic rangers united lakers bulls celtics warriors rockets spurs knicks heat cowboys steelers packers patriots giants eagles
broncos raiders yankees redsox dodgers cubs ferrari porsche mercedes benz bmw audi volkswagen toyota honda nissan mazda subaru
suzuki yamaha kawasaki harleydavidson ford mustang corvette camaro chevrolet chevy dodge chrysler jeep hummer cadillac lincoln
lexus infiniti jaguar bentley rollsroyce lamborghini bugatti maserati tesla volvo fiat renault peugeot hyundai london paris
berlin madrid roma moscow tokyo osaka kyoto seoul beijing peking shanghai hongkong taiwan singapore bangkok newyork losangeles
chicago boston dallas houston texas florida california hollywood lasvegas washington canada australia england france germany
italy spain russia japan korea china chinese mexico brazil argentina africa europe asia shakespeare mozart beethoven einstein
newton darwin galileo leonardo picasso michelangelo napoleon caesar cleopatra qwerty qwertyuiop qwert asdf asdfgh asdfghjkl
zxcvbn zxcvbnm qazwsx qazwsxedc qweasd qweasdzxc qaz wsx edc rfv tgb azerty 1q2w3e 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc
1qaz2wsx3edc4rfv 1qaz2wsx3edc4rfv5tgb zaq12wsx zaq1xsw2 q1w2e3 q1w2e3r4 a1b2c3 a1b2c3d4 a1s2d3f4 abcd abcde abcdef abcabc abc
xyz aaa zzz qqq www asd zxc qwe poiuyt lkjhgf mnbvcxz trustno whatever nothing something anything everything nobody somebody
someone anyone everyone nopassword nopass mypassword mypass ourpassword thepassword newpassword oldpassword adminpassword
userpassword rootpassword testpassword adminadmin rootroot testtest useruser passpass passwordpassword loveyouforever ilovechina
ilovemyfamily imissyou thankyou goodluck goodmorning goodnight goodbye goodboy goodgirl badboy badgirl crazy stupid fuck fuckyou
fuckoff loser noob hacker hackers hacked cracker cracked cyber security secure safety protect firewall antivirus backup restore
monitor support service helpdesk hotline training report project research develop developer design designer engineer doctor
nurse hospital lawyer police soldier army navy marine airforce pilot sailor pirate cowboy indian rebel bandit gangster mafia
assassin sniper commando ranger viper cobra python anaconda scorpion raptor dinosaur trex mammoth buffalo bronco stallion
maverick outlaw renegade blink182 area51 mp3 mp4 win7 win10 win11 office365 windowsxp vista photoshop autocad matlab java
javascript python3 php html css json jquery react angular vue nodejs springboot hadoop spark kafka elastic grafana zabbix
correct battery staple monkeys tigers lions bears dragons shadows summers winters friends friend bestfriend friendship buddy
buddies partner soulmate girlfriend boyfriend husband wife marriage wedding bride groom family1 children1 smile smiles smiley
happy happiness happyday happylife joy joyful cheerful laughing funny silly cute pretty beautiful handsome gorgeous amazing
awesome perfect wonderful fantastic excellent brilliant smart clever genius brain power powerful strong strength energy electric
thunder lightning storm tornado hurricane volcano fire flame flames inferno blaze burning ice iceman frozen freeze frost
blizzard cool coolman cooldude chill hotmail123 rockstar popstar superstar allstar
`
  .trim()
  .split(/\s+/);

/** Rows of digits that are typed for their meaning, their sound or their place on the keys. */
export const commonDigits: readonly string[] = `
520 521 1314 5201314 1314520 5211314 520520 521521 13145200 52013140 5201314520 9420 530 3344 3344520 3344521 520184 1573 1711
1920 20100 2013 201314 246437 2627 282 300 360 3707 51620 51920 520999 53719 53770 53880 53406 570 5871 59420 596 609 6785 6868
687 70345 706 729 730 740 7408695 741 748 7456 770880 775885 7758 7758258 7758521 775852100 7758520 756 765 786 82475 837 8006
804 8084 809 81176 8147 825 865 8716 88 886 887 888 8888 88888 888888 8888888 88888888 8988 9089 902535 910 918 92013 9213 9240
930 93110 940194 9494 987 9908875 99 168 1688 16888 168168 518 5188 51888 518518 588 5888 666 6666 66666 666666 6666666 66666666
678 6789 689 6886 688 698 8686 8866 886688 9898 998 9999 99999 999999 147 147258 147258369 1472583690 159 159357 159753 15973
258 258369 258456 357 369 369258 369258147 456 456123 456789 741852 741852963 753 753159 753951 789 789456 789456123 789654 852
852456 963 963852 963852741 987654321 13579 135790 135792468 1357924680 2468 24680 24681357 246810 112233 11223344 1122334455
223344 334455 445566 556677 667788 778899 121212 123123 123123123 12341234 123321 1234321 123454321 12321 123654 123654789
12369874 123698745 135246 142536 147852 147852369 159159 159951 101010 100200 102030 10203040 111222 111222333 112112 123000
123111 123222 123456 1234567 12345678 123456789 1234567890 12345 1234 123 0123 01234 012345 0123456 01234567 012345678
0123456789 654321 7654321 87654321 0987654321 098765 54321 4321 321 000 0000 00000 000000 00000000 111 1111 11111 111111
11111111 222 2222 222222 333 3333 333333 444 4444 444444 555 5555 555555 777 7777 777777 999 110 119 120 122 114 10000 10010
10086 12306 12315 12318 12319 12333 12345678910 12348 12355 12356 12358 12366 12369 12377 12388 12389 95588 95533 95566 95599
95555 95595 95598 007 007007 404 500 911 987987 456456 789789 147147 258258 369369 110110 119119 120120 110120119 110119120 9527
2580 0852 1212 2323 1414 1515 4396 8023 1024 2048 4096 65536 314159 31415926 3141592653 271828 141421 16180339
`
  .trim()
  .split(/\s+/);
