import { describe, expect, it } from 'vitest';
import { type CountryCode, callingCodeOf } from './callingCodes.ts';
import { countryOf, editText, pickCountry, type TypedPhone } from './typedPhone.ts';

describe('the country', () => {
  it.each<[text: string, chosen: CountryCode, country: CountryCode]>([
    ['+44', 'CN', 'GB'],
    ['+44 7781', 'GG', 'GG'],
    ['+44 7781', 'GB', 'GB'],
    ['+1 212', 'CA', 'CA'],
    ['06 698', 'IT', 'IT'],
    ['+39 06 698', 'IT', 'IT'],
    ['+1', 'CN', 'US'],
    ['139', 'CN', 'CN'],
    ['+', 'CN', 'CN'],
    ['+9', 'CN', 'CN'],
  ])('B9 of "%s" with %s chosen is %s', (text, chosen, country) => {
    expect(countryOf(text, chosen)).toBe(country);
  });
});

describe('a number that arrives at once', () => {
  it.each<[text: string, shown: string, country: CountryCode]>([
    ['+447975556677', '7975556677', 'GB'],
    ['+44 7975 556677', '7975556677', 'GB'],
    ['tel:+86-139-0013-9000', '13900139000', 'CN'],
    ['13900139000', '13900139000', 'US'],
    ['hello', 'hello', 'US'],
  ])('B4 "%s" leaves "%s" beside %s', (text, shown, country) => {
    expect(editText({ text: '', country: 'US' }, text)).toEqual({ text: shown, country });
  });
});

it('leaves a number alone that is typed key by key', () => {
  let phone = { text: '', country: 'CN' as CountryCode };
  for (const key of '+44 7975') phone = editText(phone, phone.text + key);
  expect(phone).toMatchObject({ text: '+447975', country: 'GB' });
});

it.each<[chosen: CountryCode, number: string]>([
  ['CA', '2042345678'],
  ['GG', '7781123456'],
  ['KZ', '7710009998'],
  ['CN', '13900139000'],
])(
  'B9 %s is still chosen when its calling code was typed in front of a number',
  (chosen, number) => {
    let phone: TypedPhone = { text: number, country: chosen };
    const code = `+${callingCodeOf(chosen)}`;
    for (let typed = 1; typed <= code.length; typed++) {
      phone = editText(phone, code.slice(0, typed) + number);
    }
    expect(phone).toEqual({ text: code + number, country: chosen });
  },
);

it('B9 a country that was followed stays without its calling code', () => {
  let phone: TypedPhone = { text: '', country: 'CN' };
  for (const text of ['+', '+4', '+44', '+4', '+', '']) phone = editText(phone, text);
  expect(phone).toEqual({ text: '', country: 'GB' });
});

it('B8 keeps every digit when the country is changed and changed back', () => {
  const typed = { text: '13900139000', country: 'CN' as CountryCode };
  expect(pickCountry(pickCountry(typed, 'US'), 'CN')).toEqual(typed);
});

it('gives a picked country the say over a typed calling code', () => {
  expect(pickCountry({ text: '+44 7975 556677', country: 'GB' }, 'DE')).toEqual({
    text: '7975556677',
    country: 'DE',
  });
});
