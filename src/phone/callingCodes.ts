/** ISO 3166-1 alpha-2, as libphonenumber knows it. */
export type { CountryCode } from 'libphonenumber-js/core';

import type { CountryCode } from 'libphonenumber-js/core';

// Kept here, and compared with the metadata by a test, so that the field works before the metadata has loaded:
// calling code, then its countries, the main one first.
const TABLE =
  '1USAGAIASBBBMBSCADMDOGDGUJMKNKYLCMPMSPRSXTCTTVCVGVI 7RUKZ 20EG 27ZA 30GR 31NL 32BE 33FR 34ES ' +
  '36HU 39ITVA 40RO 41CH 43AT 44GBGGIMJE 45DK 46SE 47NOSJ 48PL 49DE 51PE 52MX 53CU 54AR 55BR ' +
  '56CL 57CO 58VE 60MY 61AUCCCX 62ID 63PH 64NZ 65SG 66TH 81JP 82KR 84VN 86CN 90TR 91IN 92PK ' +
  '93AF 94LK 95MM 98IR 211SS 212MAEH 213DZ 216TN 218LY 220GM 221SN 222MR 223ML 224GN 225CI ' +
  '226BF 227NE 228TG 229BJ 230MU 231LR 232SL 233GH 234NG 235TD 236CF 237CM 238CV 239ST 240GQ ' +
  '241GA 242CG 243CD 244AO 245GW 246IO 247AC 248SC 249SD 250RW 251ET 252SO 253DJ 254KE 255TZ ' +
  '256UG 257BI 258MZ 260ZM 261MG 262REYT 263ZW 264NA 265MW 266LS 267BW 268SZ 269KM 290SHTA ' +
  '291ER 297AW 298FO 299GL 350GI 351PT 352LU 353IE 354IS 355AL 356MT 357CY 358FIAX 359BG 370LT ' +
  '371LV 372EE 373MD 374AM 375BY 376AD 377MC 378SM 380UA 381RS 382ME 383XK 385HR 386SI 387BA ' +
  '389MK 420CZ 421SK 423LI 500FK 501BZ 502GT 503SV 504HN 505NI 506CR 507PA 508PM 509HT ' +
  '590GPBLMF 591BO 592GY 593EC 594GF 595PY 596MQ 597SR 598UY 599CWBQ 670TL 672NF 673BN 674NR ' +
  '675PG 676TO 677SB 678VU 679FJ 680PW 681WF 682CK 683NU 685WS 686KI 687NC 688TV 689PF 690TK ' +
  '691FM 692MH 850KP 852HK 853MO 855KH 856LA 880BD 886TW 960MV 961LB 962JO 963SY 964IQ 965KW ' +
  '966SA 967YE 968OM 970PS 971AE 972IL 973BH 974QA 975BT 976MN 977NP 992TJ 993TM 994AZ 995GE ' +
  '996KG 998UZ';

/** Of calling code and national number together (ITU-T E.164, 6.1). */
export const MAX_E164_DIGITS = 15;

const mainCountry = new Map<string, CountryCode>();
const codeByCountry = new Map<string, string>();

for (const entry of TABLE.split(' ')) {
  const code = entry.replace(/\D/g, '');
  const countries = (entry.match(/[A-Z]{2}/g) ?? []) as CountryCode[];
  for (const country of countries) {
    if (!mainCountry.has(code)) mainCountry.set(code, country);
    codeByCountry.set(country, code);
  }
}

/** Every country that has a calling code. */
export function allCountries(): CountryCode[] {
  return [...codeByCountry.keys()] as CountryCode[];
}

/** Whether a text names a country of the table. */
export function isCountry(text: string | undefined): text is CountryCode {
  return text !== undefined && codeByCountry.has(text);
}

/** The calling code of a country, digits only: `86` for China. */
export function callingCodeOf(country: CountryCode): string {
  return codeByCountry.get(country) ?? '';
}

/** The main country of a calling code that the table has. */
export function mainCountryOf(callingCode: string): CountryCode {
  const country = mainCountry.get(callingCode);
  if (!country) throw new RangeError(`No country has calling code ${callingCode}`);
  return country;
}

/**
 * Splits international digits into calling code and rest. No calling code starts another (ITU-T E.164, annex A).
 * Mexico gave up the 1 before its mobile numbers in 2019; messengers and address books go on writing it.
 */
export function splitCallingCode(
  digits: string,
): { callingCode: string; rest: string } | undefined {
  for (let length = 1; length <= 3; length++) {
    const callingCode = digits.slice(0, length);
    if (!mainCountry.has(callingCode)) continue;
    const rest = digits.slice(length);
    return { callingCode, rest: callingCode === '52' ? rest.replace(/^1(?=\d{10}$)/, '') : rest };
  }
  return undefined;
}
