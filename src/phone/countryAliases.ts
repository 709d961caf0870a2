// What people call countries and neither Intl nor ISO does: former, short, local and colloquial names, and names in
// languages that Chromium leaves out.
const ALIASES = `AEUAE,Emirates,Dubai,Abu Dhabi,阿联酋
ALShqipëri
AMՀայաստան
AUOz,澳洲
AZAzərbaycan
BABosna i Hercegovina,Bosnia,BiH,波黑
BEBelgique
BQBonaire
CDDRC,DR Congo,Zaire
CHSuisse,Svizzera
CIIvory Coast,象牙海岸
CNPRC,Mainland China,中国大陆,内地
CZCzech Republic
DEAllemagne
FKMalvinas,马岛
GBUK,Great Britain,England,Scotland,Wales,Northern Ireland,英格兰
GEსაქართველო,Sakartvelo
GRHellas,Ellada
IEEire
INBharat
IRPersia
ISÍsland
JPNippon,Nihon
KGКыргызстан
KHកម្ពុជា,Kampuchea
KPDPRK,北韩
KRKorea,ROK,Hanguk,南韩
LAລາວ
LKශ්‍රී ලංකාව,Ceylon,锡兰
MDMoldavia
MKСеверна Македонија,Macedonia,马其顿
MMမြန်မာ,Burma
MNМонгол
MOMacau
NLHolland,The Netherlands
NPनेपाल
NZAotearoa,纽西兰
PEmilu
PGPNG,巴新
PHfeilvbin
PSPalestinian Territories
RURussian Federation
SAKSA
SZSwaziland
THSiam
TJТоҷикистон
TLEast Timor
TRTurkey
TWFormosa,ROC,臺灣
USUSA,America,美利坚,美國
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
