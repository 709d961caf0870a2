import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alpha3Of } from '../sandbox/alpha3.ts';
import { allCountries, callingCodeOf } from './callingCodes.ts';
import { listCountries } from './countryList.ts';
import { countryName } from './countryName.ts';
import { ownCountryName } from './countryOwnName.ts';
import { prepareSearch, searchCountries } from './countrySearch.ts';

/** What is typed, and the country that has to come first, whichever language is shown. */
const ANYWHERE = `
  ger DE | germany DE | deutschland DE | DEU DE | de DE | allemagne DE | 德国 DE | deguo DE
  中国 CN | zhongguo CN | zhong guo CN | zg CN | china CN | CN CN | chn CN | prc CN | 内地 CN | CHINA CN
  86 CN | +86 CN | 0086 CN | ８６ CN | ＋８６ CN | (+86) CN | + 86 CN | 00 86 CN | +86 138 0013 8000 CN
  China +86 CN | 中国 +86 CN | +86 China CN | 中国香港 HK | 香港 HK | hongkong HK | hong kong HK | hkg HK | xianggang HK
  macau MO | macao MO | 澳门 MO | aomen MO | taiwan TW | 台湾 TW | 臺灣 TW | 台灣 TW
  uk GB | UK GB | U.K. GB | england GB | great britain GB | scotland GB | wales GB | gbr GB | yingguo GB | 英格兰 GB
  united k GB | united kingdom GB | britain GB | 44 GB | +44 GB | 0044 GB | ４４ GB
  usa US | USA US | U.S.A. US | us US | america US | united states US | unitedstates US | states US | 美国 US | meiguo US
  美利坚 US | 1 US | +1 US | 001 US | canada CA | jianada CA | jnd CA
  holland NL | nederland NL | netherlands NL | the netherlands NL | helan NL | turkey TR | türkiye TR | turkiye TR | TÜRKİYE TR
  ivory coast CI | cote d'ivoire CI | Côte d’Ivoire CI | cote divoire CI | 象牙海岸 CI | swaziland SZ | eswatini SZ | uae AE | emirates AE
  dubai AE | united arab AE | 阿联酋 AE | الإمارات AE | burma MM | myanmar MM | aland AX | åland AX | Åland Islands AX
  japan JP | 日本 JP | nippon JP | riben JP | korea KR | south korea KR | north korea KP | 대한민국 KR | 대 KR | hanguo KR | 韩国 KR
  россия RU | russia RU | РОССИЯ RU | eluosi RU | russian federation RU | 7 RU | españa ES | espana ES | spain ES | xibanya ES
  schweiz CH | suisse CH | switzerland CH | österreich AT | osterreich AT | austria AT | australia AU | aodaliya AU | 澳洲 AU
  ελλαδα GR | greece GR | hellas GR | भारत IN | india IN | bharat IN | ไทย TH | siam TH | việt nam VN | viet nam VN | vietnam VN
  iran IR | ایران IR | persia IR | ישראל IL | مصر EG | sverige SE | suomi FI | magyarorszag HU | polska PL | česko CZ | czech republic CZ
  cesko CZ | island IS | shqiperi AL | hrvatska HR | україна UA | ireland IE | eire IE | niger NE | nigeria NG | guinea GN
  papua PG | png PG | drc CD | zaire CD | congo kinshasa CD | east timor TL | timor leste TL | cape verde CV | vatican VA | holy see VA
  macedonia MK | ceylon LK | 锡兰 LK | formosa TW | reunion RE | curacao CW | sao tome ST | st lucia LC | saint lucia LC | saint kitts KN
  trinidad and tobago TT | trinidad & tobago TT | antigua AG | +1 (212) US | 852 HK | 886 TW | 971 AE | 998 UZ
  英國 GB | 德國 DE | 法國 FR | 荷蘭 NL | 泰國 TH | 韓國 KR | 南韓 KR | 北韓 KP | 俄羅斯 RU | 義大利 IT | 菲律賓 PH | 馬來西亞 MY
  紐西蘭 NZ | 阿聯酋 AE | 大马 MY | 加拿大 CA | 美國 US | 澳門 MO | united states of america US | the united states US | the usa US
  한국 KR | republic of korea KR | s korea KR | people's republic of china CN | hong kong sar HK | swiss CH | luxemburg LU
  maroc MA | algerie DZ | tunisie TN | рф RU | falklands FK | tahiti PF | st maarten SX | the gambia GM | the bahamas BS | the uk GB
  republic of ireland IE | +1 242 BS | 1-242 BS | 001 242 BS | +1 876 JM | +1 787 PR | 1 809 DO | +44 1481 GG | +77 KZ | +79 RU
  +1 876 555 1234 JM | +1 416 US | +44 20 GB
  美 US | 英 GB | 法 FR | 荷 NL | 德 DE | 韩 KR | 澳 AU | 俄 RU | 印 IN
  中华人民共和国 CN | 中國大陸 CN | 大陸 CN | 內地 CN | 大陆 CN | 中国大陆 CN | 🇨🇳 CN | 🇬🇧 GB | 🇺🇸 US | 香港特别行政区 HK | Hong Kong SAR China HK
  Macao SAR China MO | 澳门特别行政区 MO | 俄国 RU | 朝鮮 KP | 澳大利亞 AU | 刚果民主共和国 CD | 大韩民国 KR | 美利坚合众国 US | yinni ID
  democratic republic of the congo CD | republic of the congo CG | saint vincent and the grenadines VC | Korea, Republic of KR
  korea (south) KR | Iran, Islamic Republic of IR | brunei darussalam BN | syrian arab republic SY | slovak republic SK
  virgin islands (U.S.) VI | netherlands antilles CW | rsa ZA | car CF | shqipëria AL | қазақстан KZ | srbija RS | kosova XK | црна гора ME
  lëtzebuerg LU | ประเทศไทย TH | venezuela, bolivarian republic of VE | micronesia (federated states of) FM
  feilvbin PH | feilubin PH | bilu PE | milu PE | jianpuzhai KH | fodejiao CV | luxembourg LU | moldavia MD | ksa SA | shate SA
`;

/** The beginning of what is found, in order. */
const IN_ORDER: [locale: string, query: string, countries: string][] = [
  ['en', '1', 'US CA AS AI AG'],
  ['zh-CN', '1', 'US CA'],
  ['en', '7', 'RU KZ'],
  ['en', '44', 'GB GG IM JE'],
  ['en', '8', 'CN JP KR VN'],
  ['en', '49', 'DE'],
  ['en', 'united', 'AE GB US'],
  ['en', 'ger', 'DE DZ'],
  ['zh-CN', '中国', 'CN'],
  ['zh-CN', 'zg', 'CN'],
  ['en', 'korea', 'KR KP'],
  // Beginnings of names, Morocco's in French among them, then of words, then what is inside of one.
  ['en', 'mar', 'MA MH MQ MP SM MF DK MM'],
  ['en', 'guinea', 'GN GW GQ PG'],
  ['en', 'xyz', ''],
  ['zh-CN', 'xyz', ''],
  ['en', '999', ''],
];

const rows = ANYWHERE.split(/[\n|]/)
  .map((row) => row.trim().match(/^(.+) ([A-Z]{2})$/))
  .flatMap((row) => (row ? [[row[1] ?? '', row[2] ?? ''] as const] : []));

const codes = (locale: string, query: string) =>
  searchCountries(listCountries(locale), query).map(({ code }) => code);

describe.each(['en', 'zh-CN'])('in %s', (locale) => {
  it('has enough rows', () => expect(rows.length).toBeGreaterThanOrEqual(120));

  it.each(rows)('“%s” finds %s first', (query, country) => {
    expect(codes(locale, query)[0]).toBe(country);
  });
});

it.each(IN_ORDER)('in %s, “%s” finds %s', (locale, query, countries) => {
  const expected = countries.split(' ').filter(Boolean);
  const found = codes(locale, query);
  expect(found.slice(0, Math.max(expected.length, 1))).toEqual(expected);
});

it.each(['', ' ', '+', '00', '0', '-'])('shows all for “%s”, which says nothing yet', (query) => {
  expect(codes('en', query)).toHaveLength(allCountries().length);
});

it.each(['en', 'zh-CN'])('finds every country among the first three in %s', (locale) => {
  const missed = allCountries().flatMap((code) => {
    const name = countryName(code, locale);
    const queries = [
      countryName(code, 'en'),
      countryName(code, 'zh-CN'),
      ownCountryName(code),
      `${name} +${callingCodeOf(code)}`,
      code.toLowerCase(),
      alpha3Of.get(code) ?? code,
    ];
    const isListed = codes(locale, `+${callingCodeOf(code)}`).includes(code);
    return queries
      .filter((query) => !isListed || !codes(locale, query).slice(0, 3).includes(code))
      .map((query) => `${code} by ${query}`);
  });
  expect(missed).toEqual([]);
});

it('puts a preferred country first among equals, and never before a better one', () => {
  const list = listCountries('en', { preferred: ['CA', 'DZ'] });
  const found = (query: string) => searchCountries(list, query).map(({ code }) => code);
  expect(found('1').slice(0, 2)).toEqual(['CA', 'US']);
  expect(found('ger').slice(0, 2)).toEqual(['DE', 'DZ']);
});

it('takes any text, and finds what a query finds in any case', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (query) => {
      expect(codes('en', query).length).toBeLessThanOrEqual(allCountries().length);
    }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...rows.map(([query]) => query)), (query) => {
      expect(codes('en', query.toUpperCase())).toEqual(codes('en', query.toLowerCase()));
    }),
  );
});

it('searches in less than a millisecond', () => {
  const list = listCountries('en');
  prepareSearch(list);
  const times = rows.map(([query]) => {
    const start = performance.now();
    searchCountries(list, query);
    return performance.now() - start;
  });
  // The median: a busy machine stops any single one.
  expect(times.sort((a, b) => a - b)[Math.floor(times.length / 2)]).toBeLessThan(1);
});
