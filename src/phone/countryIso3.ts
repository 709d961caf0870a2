import { allCountries } from './callingCodes.ts';

// In the order of allCountries(): a small letter follows the two of the country, a capital goes between them.
const LETTERS =
  'aTamRuHnamRmAa-aNrimaotbrsAyfcdlapnatueUrynyNWrmOurEbgaHlnsskrnllpanOmHUdAgarndrSaUBbEtiIvaro-sBeaaCArPpNbOOG-tS' +
  'YnahminaaDObDu-emioaW-naiBRRbRx-lbLpn-rua-aR-Nor--Nxv--deVeLLmLdcin-iLmAlUuURTURU-skRuNnLtiLLOImrlUYlSl-g-moGnDnrr' +
  'RtumneR-rtnglkKeozb';
const OTHERS =
  'KYCYM BJBEN GWGNB YTMYT KMCOM IEIRL AXALA EEEST BYBLR UAUKR RSSRB SISVN BABIH PMSPM BQBES KPPRK ' +
  'MOMAC ILISR';

const iso3 = new Map(OTHERS.split(' ').map((entry) => [entry.slice(0, 2), entry.slice(2)]));
allCountries().forEach((country, index) => {
  const letter = LETTERS.charAt(index);
  const [first, second] = country;
  if (/[a-z]/.test(letter)) iso3.set(country, country + letter.toUpperCase());
  else if (letter !== '-') iso3.set(country, `${first}${letter}${second}`);
});

/** The three letters of ISO 3166 for a country, which neither Intl nor the phone library knows. */
export function iso3Of(country: string): string | undefined {
  return iso3.get(country);
}
