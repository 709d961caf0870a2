// The readings that the characters have in names of countries: 秘鲁 bilu, 佛得角 fodejiao, 柬埔寨 jianpuzhai.
const READINGS =
  'a阿ai埃爱an安ang昂ao奥澳ba巴bai白百拜ban班bao保堡bei北贝ben本bi比秘bie别bin宾bing冰bo波玻伯博泊bu不布' +
  'chao朝chi赤ci茨da达大dai代dan丹旦诞dao岛道de得德deng登di地迪帝蒂dian典甸ding丁dong东du都度dun敦顿' +
  'duo多e俄厄en恩er尔耳fa伐法fan梵fei非菲斐fen芬fo佛fu夫福富gan干gang冈刚港ge哥格各gen根gong共gu古gua瓜' +
  'guan关gui圭guo国果ha哈hai海han韩汗he合和荷赫hei黑hong洪ji基及吉几济jia加jian柬jiang疆jiao角jie捷' +
  'jin金津jing京ka喀卡kai开凯ke科克ken肯ku库la拉腊lai来莱lan兰lang朗lao劳老le勒li黎里力立利lian联lie列' +
  'lin林ling陵领liu留long隆lu卢鲁路律lun伦luo罗洛ma马mai买麦man曼mao毛mei美men门meng蒙孟mi米密' +
  'mian缅mo摩莫墨mu慕na拿那纳nan南nao瑙nei内nen嫩ni尼ning宁niu纽nu努nuo挪诺pa帕peng蓬pi皮po坡' +
  'pu葡浦普埔qi其qiu求酋qu区qun群ri日rui瑞sa撒萨sai塞sang桑se色sen森sha沙shan山shao绍she舌sheng圣' +
  'shi时士shu属si斯song松su苏suo所索ta他塔tai台泰tan坦tang汤tao陶萄te特ti提ting廷tu突图土tuo托脱陀' +
  'wa瓦wan湾宛wang汪旺wei危威韦维委wen文汶wo挝沃wu乌xi西希xian鲜xiang香xin新xiong匈xu叙ya牙亚yan延' +
  'yang扬洋ye也yi伊以意yin印ying英yue约越zan赞ze泽zha乍zhai寨zhang长zhi支直智zhong中zi兹';

const readings = new Map<string, string>();
for (const [, syllable = '', characters = ''] of READINGS.matchAll(/([a-z]+)([^a-z]+)/g)) {
  for (const character of characters) readings.set(character, syllable);
}

/** The syllables of a Chinese name of a country, without tones. */
export function syllablesOf(name: string): string[] {
  return [...name].flatMap((character) => readings.get(character) ?? []);
}
