// What people call countries and neither Intl nor ISO does: former, short, local and colloquial names, and names in
// languages that Chromium leaves out.
const ALIASES = `AEUAE,Emirates,Dubai,Abu Dhabi,阿联酋,阿聯酋
ALShqipëria
AMՀայաստան
AUOz,澳洲,澳大利亞
AZAzərbaycan
BABosna i Hercegovina,Bosnia,BiH,波黑
BEBelgique
BNBrunei Darussalam
BOPlurinational State of Bolivia
BQBonaire
CDDRC,DR Congo,Zaire,Congo DRC,Democratic Republic of the Congo,刚果民主共和国
CFCAR
CGRepublic of the Congo,刚果共和国
CHSuisse,Svizzera,Swiss
CIIvory Coast,象牙海岸
CNPRC,Mainland China,内地,People’s Republic of China,中华人民共和国,中華人民共和國,中國大陸,內地,中国大陆
CWNetherlands Antilles
CZCzech Republic
DEAllemagne
DZAlgerie
FKMalvinas,马岛,Falklands
FMFederated States of Micronesia
GBUK,Great Britain,England,Scotland,Wales,Northern Ireland,英格兰,Britain
GEსაქართველო,Sakartvelo
GRHellas,Ellada
HKHong Kong SAR China,中国香港特别行政区
IDyinni
IEEire,Republic of Ireland
INBharat
IRPersia,Islamic Republic of Iran
ISÍsland
JPNippon,Nihon
KGКыргызстан
KHកម្ពុជា,Kampuchea
KPDPRK,北韩,N Korea,Democratic People’s Republic of Korea,朝鮮
KRKorea,ROK,Hanguk,南韩,한국,Republic of Korea,S Korea,韓國,大韩民国,大韓民國
KZҚазақстан
LAລາວ,Lao People’s Democratic Republic
LKශ්‍රී ලංකාව,Ceylon,锡兰
LULuxemburg,Lëtzebuerg
MAMaroc
MDMoldavia,Republic of Moldova
MEЦрна Гора,Crna Gora
MKСеверна Македонија,Macedonia,马其顿
MMမြန်မာ,Burma
MNМонгол
MOMacau,Macao SAR China,中国澳门特别行政区
MY大马,大馬
NLHolland,The Netherlands
NPनेपाल
NZAotearoa,纽西兰
PEmilu
PFTahiti
PGPNG,巴新
PHfeilvbin
PSPalestinian Territories
RSSrbija
RURussian Federation,РФ,俄国,俄國
SAKSA
SKSlovak Republic
SXSt Maarten,Saint Maarten
SYSyrian Arab Republic
SZSwaziland
THSiam,ประเทศไทย
TJТоҷикистон
TLEast Timor
TNTunisie
TRTurkey
TWFormosa,ROC,臺灣
USUSA,America,United States of America,US of A,美利坚合众国
UZOʻzbekiston
VAHoly See,Vatican City State
VCSaint Vincent and the Grenadines
VEBolivarian Republic of Venezuela
VGBVI
VIUSVI
XKKosova
ZARSA
ZWRhodesia`;

const aliases = new Map(
  ALIASES.split('\n').map((line) => [line.slice(0, 2), line.slice(2).split(',')]),
);

/** Other names of a country. */
export function aliasesOf(country: string): readonly string[] {
  return aliases.get(country) ?? [];
}
