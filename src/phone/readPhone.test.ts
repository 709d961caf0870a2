import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allCountries, type CountryCode } from './callingCodes.ts';
import { type PhoneEngine, phoneEngineModule } from './phoneEngine.ts';
import { readPhone } from './readPhone.ts';
import { toFullWidth, world } from './world.testing.ts';

const phoneEngine: PhoneEngine = await phoneEngineModule.load();

const read = (text: string, country: CountryCode = 'CN') => readPhone(text, country, phoneEngine);

describe('reads what people have in the clipboard', () => {
  it.each<[text: string, country: CountryCode, e164: string]>([
    ['13812345678', 'CN', '+8613812345678'],
    ['１３８１２３４５６７８', 'CN', '+8613812345678'],
    ['8613812345678', 'CN', '+8613812345678'],
    ['0044 7400 123456', 'CN', '+447400123456'],
    ['0044 7975 556677', 'CN', '+447975556677'],
    ['tel:+8613812345678', 'CN', '+8613812345678'],
    ['٠٥٠١٢٣٤٥٦٧', 'AE', '+971501234567'],
    ['٠٥٥١٢٣٤٥٦٧', 'SA', '+966551234567'],
    ['۰۹۳۵۱۲۳۴۵۶۷', 'IR', '+989351234567'],
    ['＋８６ 139 0013 9000', 'CN', '+8613900139000'],
    ['0086-139-0013-9000', 'CN', '+8613900139000'],
    ['tel:+86-139-0013-9000', 'CN', '+8613900139000'],
    ['\u2068+86 139 0013 9000\u2069', 'CN', '+8613900139000'],
    ['(+86)13900139000', 'CN', '+8613900139000'],
    ['++8613900139000', 'CN', '+8613900139000'],
    ['+(86) 139 0013 9000', 'CN', '+8613900139000'],
    ['微信同号 13900139000', 'CN', '+8613900139000'],
    ['手机：139-0013-9000', 'CN', '+8613900139000'],
    ['+86 139 0013 9000', 'US', '+8613900139000'],
    ['+44 (0)7975 556677', 'CN', '+447975556677'],
    ['0412 345 678', 'AU', '+61412345678'],
    ['0172/5555555', 'DE', '+491725555555'],
    ['491725555555', 'DE', '+491725555555'],
    ['212 736 5000', 'CA', '+12127365000'],
    ['(212) 736-5000', 'US', '+12127365000'],
    ['0086 139 0013 9000', 'HK', '+8613900139000'],
    ['3123456789', 'IT', '+393123456789'],
    ['+52 1 55 1234 5678', 'MX', '+525512345678'],
    ['521 55 1234 5678', 'MX', '+525512345678'],
    ['044 55 1234 5678', 'MX', '+525512345678'],
    ['01 55 1234 5678', 'MX', '+525512345678'],
    ['０９０ー１２３４ー５６７８', 'JP', '+819012345678'],
    ['０９０−１２３４−５６７８', 'JP', '+819012345678'],
    ['090・1234・5678', 'JP', '+819012345678'],
    ['La Poste 0612345678', 'FR', '+33612345678'],
    ['Text 2127365000', 'US', '+12127365000'],
    ['Jean X. 2127365000', 'US', '+12127365000'],
    ['доб. 89161234567', 'RU', '+79161234567'],
    ['0321 123 4567', 'CO', '+573211234567'],
    ['+57 0 321 123 4567', 'CN', '+573211234567'],
    ['050־234־5678', 'IL', '+972502345678'],
    ['06.12.34.56.78', 'FR', '+33612345678'],
    ['8 (912) 345-67-89', 'RU', '+79123456789'],
    // A calling code apart from its number.
    ['[+91] 9167654321', 'US', '+919167654321'],
    ['+852: 9123 4567', 'SG', '+85291234567'],
    ['区号+852 电话91234567', 'SG', '+85291234567'],
    ['9123 4567 (+852)', 'SG', '+85291234567'],
    ['00852: 91234567', 'SG', '+85291234567'],
    ['+86：13811112222', 'US', '+8613811112222'],
    ['+44 (0): 7911123456', 'FR', '+447911123456'],
    ['+1: (212) 736-5000', 'CN', '+12127365000'],
    ['tel:9167654321;phone-context=+91', 'US', '+919167654321'],
    ['tel:2127365000;phone-context=example.com', 'US', '+12127365000'],
    // Notes, where a number may have more digits than this one.
    ['+43 664 1234567 (8-17 Uhr)', 'CN', '+436641234567'],
    ['0664 1234567 (1)', 'AT', '+436641234567'],
    ['0812 3456 789 (8 am)', 'ID', '+628123456789'],
    ['06 98 76 54 32 (9h-18h)', 'FR', '+33698765432'],
    ['13811112222 (9:00-18:00)', 'CN', '+8613811112222'],
    ['+55 (11) 91234-5678', 'CN', '+5511912345678'],
    ["06'98'76'54'32", 'FR', '+33698765432'],
    ['079’123’45’67', 'CH', '+41791234567'],
    ['0172_5555555', 'DE', '+491725555555'],
    ['80501234567', 'UA', '+380501234567'],
    ['8 90 123 45 67', 'UZ', '+998901234567'],
    ['00 123 4567', 'TJ', '+992001234567'],
    // A slash or a wide space behind what may be an area code, whatever stands before that.
    ['0049 172/5555555', 'CN', '+491725555555'],
    ['0049(0)172/5555555', 'CN', '+491725555555'],
    ['+49 (0) 1512 / 34 56 789', 'CN', '+4915123456789'],
    ['0041 (0)79/123 45 67', 'CN', '+41791234567'],
    ['00381 64/123-4567', 'RS', '+381641234567'],
    ['0090 532  1234567', 'TR', '+905321234567'],
    // A trunk zero in brackets, also where there is none.
    ['+48 (0) 601 234 567', 'CN', '+48601234567'],
    ['0034 (0) 612 34 56 78', 'CN', '+34612345678'],
    ['+65 (0) 9123 4567', 'CN', '+6591234567'],
    ['+352 (0)621 123 456', 'CN', '+352621123456'],
    // One number, twice.
    ['+49 172 5555555<tel:+491725555555>', 'CN', '+491725555555'],
    ['[+49 172 5555555](tel:+491725555555)', 'CN', '+491725555555'],
    ['0172 5555555 / +49 172 5555555', 'CN', '+491725555555'],
    ['13812345678 13812345678', 'CN', '+8613812345678'],
    ['13812345678\n13812345678', 'CN', '+8613812345678'],
    ['+8613812345678 (13812345678)', 'US', '+8613812345678'],
    // A calling code twice, or parted from its plus.
    ['+86+8613812345678', 'US', '+8613812345678'],
    ['+86+13812345678', 'CN', '+8613812345678'],
    ['86+13123456789', 'CN', '+8613123456789'],
    ['(86)+13123456789', 'US', '+8613123456789'],
    ['0086+13812345678', 'US', '+8613812345678'],
    ['44+7911123456', 'CN', '+447911123456'],
    ['91+9876543210', 'CN', '+919876543210'],
    ['+91+9198765432', 'CN', '+919198765432'],
    // No calling code, but a place in a list, or one too many.
    ['1)+65 9223 4567', 'CN', '+6592234567'],
    ['①+65 9223 4567', 'CN', '+6592234567'],
    ['20)+1 201 555 0123', 'CN', '+12015550123'],
    ['44+33 6 12 34 56 78', 'FR', '+33612345678'],
    ['86+852 9123 4567', 'CN', '+85291234567'],
    ['Room 12 w 2127365000', 'US', '+12127365000'],
    ['13812345678 (x2)', 'CN', '+8613812345678'],
    ['0172/5555555\n0172/5555555', 'DE', '+491725555555'],
    ['0664 1234567\n+43 664/1234567', 'CN', '+436641234567'],
    ['+86,13812345678', 'US', '+8613812345678'],
    ['+0044 7911 123456', 'CN', '+447911123456'],
    // A last group that can only be of this number.
    ['8 912 345 67 - 89', 'RU', '+79123456789'],
    ['8 912 345-67/89', 'RU', '+79123456789'],
    ['0171 - 555 55 - 55', 'DE', '+491715555555'],
    // From spreadsheets, links and signatures.
    ['491725555555.0', 'DE', '+491725555555'],
    ['6641234567.0', 'AT', '+436641234567'],
    ['13,912,345,678', 'CN', '+8613912345678'],
    ['06,12,34,56,78', 'FR', '+33612345678'],
    ['06•12•34•56•78', 'FR', '+33612345678'],
    ['138~1234~5678', 'CN', '+8613812345678'],
    ['+43 664 123456 • 1010 Wien', 'CN', '+43664123456'],
    ['Suite 5 • 212 736 5000', 'US', '+12127365000'],
    ['0172 5555555 ~ 5 min', 'DE', '+491725555555'],
    ['tel:+86%20139%201234%205678', 'US', '+8613912345678'],
    [
      'https://api.whatsapp.com/send/?phone=%2B491725555555&text&type=phone_number',
      'CN',
      '+491725555555',
    ],
    ['Jean Dupont | Directeur commercial | ACME SAS | M: +33 6 12 34 56 78', 'CN', '+33612345678'],
  ])('B6 "%s" with %s is %s', (text, country, e164) => {
    const reading = read(text, country);
    expect(reading.problem).toBeUndefined();
    expect(reading.phone?.e164).toBe(e164);
  });
});

it('B9 tells whose number it is among the countries of one calling code', () => {
  expect(read('212 736 5000', 'CA').phone?.country).toBe('US');
  expect(read('416 555 0123', 'US').phone?.country).toBe('CA');
});

describe('says what is wrong instead of guessing', () => {
  it.each<[text: string, country: CountryCode, problem: object]>([
    ['', 'CN', { kind: 'empty' }],
    ['   ', 'CN', { kind: 'empty' }],
    ['hello', 'CN', { kind: 'notANumber' }],
    ['1-800-FLOWERS', 'US', { kind: 'notANumber' }],
    ['13812345678 / 13912345678', 'CN', { kind: 'severalNumbers' }],
    ['13900139000/13700137000', 'CN', { kind: 'severalNumbers' }],
    ['13900139000;13700137000', 'CN', { kind: 'severalNumbers' }],
    ['13900139000、13700137000', 'CN', { kind: 'severalNumbers' }],
    ['13900139000,13700137000', 'CN', { kind: 'severalNumbers' }],
    ['13900139000 13700137000', 'CN', { kind: 'severalNumbers' }],
    ['+8613900139000 +447975556677', 'CN', { kind: 'severalNumbers' }],
    ['13900139000 ext 12', 'CN', { kind: 'extension' }],
    ['tel:+13105550100;ext=5', 'US', { kind: 'extension' }],
    ['+999 123 456', 'CN', { kind: 'unknownCallingCode' }],
    ['1390013900', 'CN', { kind: 'tooShort', by: 1 }],
    ['138 1234 567', 'CN', { kind: 'tooShort', by: 1 }],
    ['139001390001', 'CN', { kind: 'tooLong', by: 1 }],
    ['1', 'CN', { kind: 'tooShort', by: 10 }],
    ['12345678901', 'CN', { kind: 'notMobile' }],
    ['010 8888 6666', 'CN', { kind: 'landline' }],
    ['0000000000', 'UA', { kind: 'notMobile' }],
    ['1'.repeat(257), 'CN', { kind: 'notANumber' }],
    ['1.39123E+10', 'CN', { kind: 'notANumber' }],
    ['8.61391E+12', 'CN', { kind: 'notANumber' }],
    ['1,39E10', 'DE', { kind: 'notANumber' }],
    ['06 12 34 56 7', 'FR', { kind: 'tooShort', by: 1 }],
    ['1 212 736 500', 'US', { kind: 'tooShort', by: 1 }],
    ['0532 123 45 6', 'TR', { kind: 'tooShort', by: 1 }],
    ['8 912 345 67 8', 'RU', { kind: 'tooShort', by: 1 }],
    ['8 912 345 67 897', 'RU', { kind: 'tooLong', by: 1 }],
    ['0803 123 456', 'NG', { kind: 'tooShort', by: 1 }],
    ['055 123 456', 'SA', { kind: 'tooShort', by: 1 }],
    ['+33 06 12 34 56 7', 'CN', { kind: 'tooShort', by: 1 }],
    ['07975 55667', 'GB', { kind: 'tooShort', by: 1 }],
    ['090-1234-5678・03-1234-5678', 'JP', { kind: 'severalNumbers' }],
    ['13900139000−13700137000', 'CN', { kind: 'severalNumbers' }],
    ['13812345678-13912345678', 'CN', { kind: 'severalNumbers' }],
    ['9123 4567 9234 5678', 'HK', { kind: 'severalNumbers' }],
    ['(212) 736-5000 Extension 123', 'US', { kind: 'extension' }],
    ['13812345678 内线 12', 'CN', { kind: 'extension' }],
    ['02 2345 6789 分機 801', 'TW', { kind: 'extension' }],
    ['8 912 345-67-89 доб. 123', 'RU', { kind: 'extension' }],
    ['13812345678,12', 'CN', { kind: 'extension' }],
    ['13812345678p12', 'CN', { kind: 'extension' }],
    ['2127365000x5', 'US', { kind: 'extension' }],
    ['2127365000 (ext 5)', 'US', { kind: 'extension' }],
    ['+12127365000,,5#', 'CN', { kind: 'extension' }],
    ['8 912 345-67-89 (доб. 12)', 'RU', { kind: 'extension' }],
    ['0664 1234567 DW 12', 'AT', { kind: 'extension' }],
    ['0664 1234567 Kl. 12', 'AT', { kind: 'extension' }],
    ['55 1234 5678 int 5', 'MX', { kind: 'extension' }],
    // Where numbers have different lengths, this would be a longer one.
    ['0664 1234567 24/7', 'AT', { kind: 'severalNumbers' }],
    ['0664 1234567/8', 'AT', { kind: 'severalNumbers' }],
    ['+43 664 1234567 - 68', 'CN', { kind: 'severalNumbers' }],
    ['0812 345 6789 / 90', 'ID', { kind: 'severalNumbers' }],
    ['13812345678/9', 'CN', { kind: 'severalNumbers' }],
    ['0664/1234567/8', 'AT', { kind: 'severalNumbers' }],
    ['[+43] 664 1234567/8', 'CN', { kind: 'severalNumbers' }],
    ['Mobil: +43 664 123456\n1010 Wien', 'CN', { kind: 'severalNumbers' }],
    // Alike, but for an area or a calling code.
    ['0172 5555555 / 0173/5555555', 'DE', { kind: 'severalNumbers' }],
    ['+43 664 1234567\n0676/1234567', 'AT', { kind: 'severalNumbers' }],
    ['2127365000\n646/7365000', 'US', { kind: 'severalNumbers' }],
    ['852\t91234567\n853\t91234567', 'SG', { kind: 'severalNumbers' }],
    ['0812/812345678\n0813/812345678', 'ID', { kind: 'severalNumbers' }],
    ['+86 130 5523 4567 / +1 305 523 4567', 'CN', { kind: 'severalNumbers' }],
    ['012-345 6789 / +601123456789', 'MY', { kind: 'severalNumbers' }],
    ['0450 00 12 34 / 050 00 12 34', 'BE', { kind: 'severalNumbers' }],
    ['61,234,567', 'HK', { kind: 'notANumber' }],
    ['01, 5123456789', 'DE', { kind: 'severalNumbers' }],
    ['13900139000\t13700137000', 'CN', { kind: 'severalNumbers' }],
    ['9123 4567\n9234 5678', 'HK', { kind: 'severalNumbers' }],
    ['9123 4567  9234 5678', 'HK', { kind: 'severalNumbers' }],
    ['13811112222 (13911112222)', 'CN', { kind: 'severalNumbers' }],
    ['021 123 456 24h', 'NZ', { kind: 'severalNumbers' }],
    ['0812 3456 789 8 am', 'ID', { kind: 'severalNumbers' }],
    ['+852/+853 91234567', 'SG', { kind: 'severalNumbers' }],
    ['+86 13811112222 (+1)', 'CN', { kind: 'severalNumbers' }],
    ['0033 6 98 76 54 3', 'CN', { kind: 'tooShort', by: 1 }],
    ['00852 9123 456', 'DE', { kind: 'tooShort', by: 1 }],
    ['00 1 212 736 512', 'CN', { kind: 'tooShort', by: 1 }],
    ['0044 7911 12345', 'US', { kind: 'tooShort', by: 1 }],
    ['0044 7911 1234567', 'CN', { kind: 'tooLong', by: 1 }],
    ['008529123456', 'ID', { kind: 'tooShort', by: 1 }],
    ['113811112222', 'CN', { kind: 'tooLong', by: 1 }],
    ['+86 113811112222', 'US', { kind: 'tooLong', by: 1 }],
    ['2339928513', 'GH', { kind: 'tooLong', by: 1 }],
    ['6612345678', 'NL', { kind: 'tooLong', by: 1 }],
    ['991345678', 'LR', { kind: 'notMobile' }],
    ['99134567', 'CD', { kind: 'tooShort', by: 1 }],
    ['030123456789012', 'DE', { kind: 'tooLong', by: 1 }],
    ['+49 40 1234567890123', 'CN', { kind: 'tooLong', by: 2 }],
  ])('B13 "%s" with %s', (text, country, problem) => {
    expect(read(text, country).problem).toEqual(problem);
  });
});

describe('offers what was probably meant, and sends to nothing else', () => {
  it.each<[text: string, country: CountryCode, e164: string | undefined]>([
    ['011 44 7975 556677', 'US', '+447975556677'],
    ['001 86 139 0013 9000', 'SG', '+8613900139000'],
    ['0011 86 139 0013 9000', 'AU', '+8613900139000'],
    ['008 65 9123 4567', 'ID', '+6591234567'],
    ['001 65 9123 4567', 'SG', '+6591234567'],
    ['44 (0)7975 556677', 'CN', '+447975556677'],
    ['+48 0601 234 567', 'CN', '+48601234567'],
    ['0601 234 567', 'PL', '+48601234567'],
    ['0 9123 4567', 'HK', '+85291234567'],
    ['091 98765 43210', 'IN', '+919876543210'],
    ['+8 (912) 345-67-89', 'RU', '+79123456789'],
    // A digit too many, and no 1 to be dropped behind a 1.
    ['113156424020', 'CN', undefined],
    ['447975556677', 'CN', '+447975556677'],
    ['1 562 234 5678', 'MX', '+15622345678'],
    ['971501234567', 'PM', '+971501234567'],
    ['8613912345678', 'RU', '+8613912345678'],
    ['11 2345-6789', 'AR', '+5491123456789'],
    // Moscow's landlines begin with Vietnam's calling code, if with a trunk prefix.
    ['8 (495) 123-45-67', 'RU', undefined],
  ])('B6 B13 “%s” with %s: %s', (text, country, e164) => {
    const { problem, suggestion } = read(text, country);
    expect(problem).toBeDefined();
    expect(suggestion?.e164).toBe(e164);
  });
});

describe('one digit short or long, in every country', () => {
  const isBlocked = (text: string, country: CountryCode) => read(text, country).phone === undefined;

  it.each(world)('B13 $country: with a trunk prefix as without', ({ country, example }) => {
    const { nationalNumber } = example;
    const national = example.formatNational().replace(/\D/g, '');
    // Argentina writes a mobile number in a form of its own, and a Kazakh number with its prefix and without its last
    // digit is a Russian landline.
    if (!national.endsWith(nationalNumber) || country === 'KZ') return;
    for (const count of [1, 2]) {
      const short = national.slice(0, -count);
      const long = national + '1'.repeat(count);
      expect(isBlocked(short, country), short).toBe(
        isBlocked(nationalNumber.slice(0, -count), country),
      );
      expect(isBlocked(long, country), long).toBe(
        isBlocked(nationalNumber + '1'.repeat(count), country),
      );
    }
  });
});

describe('a slip of the finger, in every country', () => {
  // Gabon's numbers had eight digits with a trunk zero, and still may be dialled so.
  const others = world.filter(({ country }) => country !== 'GA');

  it.each(others)('B10 B13 $country: a digit typed twice is one digit too many', ({ example }) => {
    const { nationalNumber, countryCallingCode } = example;
    for (const [i, digit] of [...nationalNumber].entries()) {
      const slipped = nationalNumber.slice(0, i) + digit + nationalNumber.slice(i);
      const text = `+${countryCallingCode}${slipped}`;
      const { phone, problem } = read(text);
      // Where numbers have different lengths, it may be a longer one.
      if (phone) expect(phone.e164, text).toBe(text);
      else expect(problem, text).toEqual({ kind: 'tooLong', by: 1 });
    }
  });

  it('“00” reads as “+”, wherever it is typed', () => {
    const digits = fc.oneof(
      fc.stringMatching(/^[1-9][0-9]{3,14}$/),
      fc
        .constantFrom(...world)
        .chain(({ example }) =>
          fc
            .nat({ max: example.nationalNumber.length - 1 })
            .map(
              (i) =>
                example.number.slice(1, -1 - i) + example.number.slice(example.number.length - i),
            ),
        ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...allCountries()), digits, (country, number) => {
        fc.pre(country !== 'TJ');
        const { phone, problem } = read(`00${number}`, country);
        const plus = read(`+${number}`, country);
        expect([phone, problem]).toEqual([plus.phone, plus.problem]);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('for the example number of every country', () => {
  it('covers the world', () => expect(world.length).toBeGreaterThan(240));

  it.each(world)('$country: one number however it is written', ({ country, example }) => {
    const international = example.formatInternational();
    const national = example.formatNational();
    const texts = [
      example.number,
      international,
      national,
      example.nationalNumber,
      international.replace('+', '00'),
      international.replace(/ /g, '-'),
      national.replace(/ /g, '.'),
      international.replace(/^\+(\d+)/, '(+$1)'),
      `手机 ${international}`,
      toFullWidth(international),
      toFullWidth(national),
    ];
    for (const text of texts) {
      expect(read(text, country).phone?.e164, `"${text}"`).toBe(example.number);
    }
    expect(read(international, country === 'CN' ? 'US' : 'CN').phone?.e164).toBe(example.number);
  });
});

describe('with only one country allowed', () => {
  it.each(world)(
    'R-04 $country: its own numbers are, also those that it shares',
    ({ country, example }) => {
      for (const text of [example.formatNational(), example.number]) {
        expect(readPhone(text, country, phoneEngine, [country]).phone?.e164).toBe(example.number);
      }
    },
  );

  it.each<[text: string, allowed: CountryCode]>([
    ['+12127365000', 'CA'],
    ['+16045550123', 'US'],
    ['+77012345678', 'RU'],
    ['+447781123456', 'GB'],
    ['+447400123456', 'GG'],
    ['+8613812345678', 'HK'],
  ])('R-04 %s is none of %s', (text, allowed) => {
    expect(readPhone(text, allowed, phoneEngine, [allowed]).problem?.kind).toBe(
      'countryNotAllowed',
    );
  });
});

describe('for any text', () => {
  const country = fc.constantFrom(...allCountries());
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.stringMatching(/^[+0-9() .;,/x-]{0,40}$/),
  );

  it('B11 every number is ASCII E.164 and every reading is a number or a problem', () => {
    fc.assert(
      fc.property(text, country, fc.boolean(), (anything, chosen, hasEngine) => {
        const reading = readPhone(anything, chosen, hasEngine ? phoneEngine : undefined);
        if (reading.phone) {
          expect(reading.phone.e164).toMatch(/^\+[0-9]{5,15}$/);
          const { e164, callingCode, nationalNumber } = reading.phone;
          expect(e164).toBe(`+${callingCode}${nationalNumber}`);
        } else expect(reading.problem).toBeDefined();
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('F99: a range that no plan knows yet', () => {
  it('is never walled off when a mobile number may be as long', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...world.map(({ example }) => example)),
        fc.array(fc.nat(9), { minLength: 15, maxLength: 15 }),
        ({ countryCallingCode, nationalNumber }, digits) => {
          // The first digits stay: others may be a trunk prefix.
          const invented =
            nationalNumber.slice(0, 2) + digits.slice(0, nationalNumber.length - 2).join('');
          const text = `+${countryCallingCode}${invented}`;
          expect(read(text, 'CN').phone?.e164).toBe(text);
        },
      ),
      { numRuns: 5_000 },
    );
  });
});

describe('before the numbering plans have arrived', () => {
  it.each(world)('$country: one number however it is written', ({ country, example }) => {
    const { number, nationalNumber } = example;
    const texts = [
      number,
      number.replace('+', '00'),
      example.formatInternational(),
      nationalNumber,
      // Where a number is dialled in another form than it is sent to, only the plans know.
      ...(country === 'AR' ? [] : [example.formatNational()]),
    ];
    for (const text of texts) expect(readPhone(text, country).phone?.e164, text).toBe(number);
  });

  it.each<[text: string, country: CountryCode, e164: string]>([
    ['8613812345678', 'CN', '+8613812345678'],
    ['447975556677', 'GB', '+447975556677'],
    ['491725555555', 'DE', '+491725555555'],
    ['1 212 736 5000', 'US', '+12127365000'],
    ['8 912 345 67 89', 'RU', '+79123456789'],
    ['+33 06 12 34 56 78', 'FR', '+33612345678'],
    ['+226 06 38 67 93', 'CN', '+22606386793'],
    ['08 287 4220', 'TJ', '+992082874220'],
  ])('“%s” with %s is %s', (text, country, e164) => {
    expect(readPhone(text, country).phone?.e164).toBe(e164);
  });

  it('B10 says how many digits are too many for any number', () => {
    expect(readPhone('+861390013900012345', 'CN').problem).toEqual({ kind: 'tooLong', by: 3 });
  });

  it('R-04 refuses none of an allowed country, though it cannot tell those of one calling code apart', () => {
    expect(readPhone('2127365000', 'US', undefined, ['US']).phone?.e164).toBe('+12127365000');
    expect(readPhone('+16045550123', 'CN', undefined, ['CN', 'CA']).phone?.e164).toBe(
      '+16045550123',
    );
    expect(readPhone('+8613812345678', 'US', undefined, ['US']).problem?.kind).toBe(
      'countryNotAllowed',
    );
  });
});
