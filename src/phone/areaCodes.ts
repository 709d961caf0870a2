import { type CountryCode, callingCodeOf } from './callingCodes.ts';

// How people of the smaller countries of a shared calling code know theirs: "+1 876" is Jamaica's.
const AREA_CODES =
  'AG268 AI264 AS684 BB246 BM441 BS242 DM767 DO809,829,849 GD473 GG1481,7781 GU671 IM1624 JE1534 JM658,876 KN869 KY345 KZ7 ' +
  'LC758 MP670 MS664 PR787,939 SX721 TC649 TT868 VA06698 VC784 VG284 VI340';

const areaCodes = new Map(
  AREA_CODES.split(' ').map((entry) => [entry.slice(0, 2), entry.slice(2).split(',')]),
);

/** Calling code and area code, digits only, where a country is known by these: `1876` for Jamaica. */
export function areaCodesOf(country: CountryCode): readonly string[] {
  return (areaCodes.get(country) ?? []).map((code) => callingCodeOf(country) + code);
}
