// What people call countries and neither Intl nor ISO does: former, short, local and colloquial names, and names in
// languages that Chromium leaves out.
const ALIASES = `AEUAE,Emirates,Dubai,Abu Dhabi,阿联酋,阿聯酋
ALShqipëri
AMՀայաստան
AUOz,澳洲
AZAzərbaycan
BABosna i Hercegovina,Bosnia,BiH,波黑
BEBelgique
BQBonaire
CDDRC,DR Congo,Zaire,Congo DRC
CHSuisse,Svizzera,Swiss
CIIvory Coast,象牙海岸
CNPRC,Mainland China,中国大陆,内地,People’s Republic of China
CZCzech Republic
DEAllemagne
DZAlgerie
FKMalvinas,马岛,Falklands
GBUK,Great Britain,England,Scotland,Wales,Northern Ireland,英格兰,Britain
GEსაქართველო,Sakartvelo
GRHellas,Ellada
HKHong Kong SAR
IEEire,Republic of Ireland
INBharat
IRPersia
ISÍsland
JPNippon,Nihon
KGКыргызстан
KHកម្ពុជា,Kampuchea
KPDPRK,北韩,N Korea
KRKorea,ROK,Hanguk,南韩,한국,Republic of Korea,S Korea,韓國
LAລາວ
LKශ්‍රී ලංකාව,Ceylon,锡兰
LULuxemburg
MAMaroc
MDMoldavia
MKСеверна Македонија,Macedonia,马其顿
MMမြန်မာ,Burma
MNМонгол
MOMacau
MY大马,大馬
NLHolland,The Netherlands
NPनेपाल
NZAotearoa,纽西兰
PEmilu
PFTahiti
PGPNG,巴新
PHfeilvbin
PSPalestinian Territories
RURussian Federation,РФ
SAKSA
SXSt Maarten,Saint Maarten
SZSwaziland
THSiam
TJТоҷикистон
TLEast Timor
TNTunisie
TRTurkey
TWFormosa,ROC,臺灣
USUSA,America,美利坚,United States of America,US of A
UZOʻzbekiston
VAHoly See
VGBVI
VIUSVI
ZWRhodesia`;

const aliases = new Map(
  ALIASES.split('\n').map((line) => [line.slice(0, 2), line.slice(2).split(',')]),
);

/** Other names of a country. */
export function aliasesOf(country: string): readonly string[] {
  return aliases.get(country) ?? [];
}
