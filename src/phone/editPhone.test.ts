import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrivedAtOnce } from './arrivedAtOnce.ts';
import { allCountries, type CountryCode } from './callingCodes.ts';
import { countLeft, positionAfter } from './caret.ts';
import { editPhone } from './editPhone.ts';
import { type PhoneEngine, phoneEngineModule } from './phoneEngine.ts';
import { readPhone } from './readPhone.ts';
import { settlePhone } from './settlePhone.ts';
import { pickCountry, type TypedPhone, viewOf } from './typedPhone.ts';
import { toFullWidth, world } from './world.testing.ts';

const phoneEngine: PhoneEngine = await phoneEngineModule.load();

/** A text field as browsers have it, around the pure functions. */
function openField(country: CountryCode, engine: PhoneEngine | undefined = phoneEngine) {
  let value: TypedPhone = { text: '', country };
  let caret = 0;
  const view = () => viewOf(value, engine);

  function apply(text: string, position: number, inputType: string) {
    const edited = editPhone(value, { text, position, inputType }, engine);
    const isIn = !inputType.startsWith('delete') && arrivedAtOnce(value.text, edited.value.text);
    value = edited.value;
    if (isIn) value = settlePhone(value, engine);
    const shown = view();
    const moved = shown === text ? position : positionAfter(shown, edited.caret);
    caret = isIn ? shown.length : moved;
  }
  const splice = (from: number, to: number, text: string, inputType: string) =>
    apply(view().slice(0, from) + text + view().slice(to), from + text.length, inputType);

  return {
    get value() {
      return value;
    },
    get view() {
      return view();
    },
    get caret() {
      return caret;
    },
    get digitsLeft() {
      return countLeft(view(), caret);
    },
    goTo(position: number) {
      caret = Math.min(Math.max(position, 0), view().length);
    },
    goAfterDigit(count: number) {
      caret = positionAfter(view(), { count, beforeNext: false });
    },
    type(text: string) {
      for (const key of text) splice(caret, caret, key, 'insertText');
    },
    paste: (text: string) => splice(caret, caret, text, 'insertFromPaste'),
    pasteOverAll: (text: string) => splice(0, view().length, text, 'insertFromPaste'),
    selectAndDelete: (count: number) =>
      splice(view().length - count, view().length, '', 'deleteContentBackward'),
    fill: (text: string) => apply(text, text.length, ''),
    /** As browsers do: back over what is no digit or over digits. */
    backspaceWord() {
      const start = view()
        .slice(0, caret)
        .replace(/(?:\d+|[^\d]+)$/, '').length;
      splice(start, caret, '', 'deleteWordBackward');
    },
    deleteWord() {
      const [word = ''] = /^(?:\d+|[^\d]+)/.exec(view().slice(caret)) ?? [];
      splice(caret, caret + word.length, '', 'deleteWordForward');
    },
    backspace() {
      if (caret > 0) splice(caret - 1, caret, '', 'deleteContentBackward');
    },
    delete() {
      if (caret < view().length) splice(caret, caret + 1, '', 'deleteContentForward');
    },
    pick(next: CountryCode) {
      const before = view();
      value = pickCountry(value, next);
      // As browsers do with a text that is set in a field without the focus.
      if (view() !== before) caret = view().length;
    },
  };
}

/** As in "+49 (0)1512 3456789": not dialled from abroad. */
const hasTrunkZero = (example: (typeof world)[number]['example']) =>
  digitsOf(example.formatNational()) === `0${example.nationalNumber}`;

const digitsOf = (text: string) => text.replace(/\D/g, '');

describe('B1 the caret', () => {
  it('stays beside its digit while one is deleted, typed and deleted again', () => {
    const field = openField('US');
    field.type('2127365000');
    field.goAfterDigit(2);
    field.backspace();
    expect([digitsOf(field.view), field.digitsLeft]).toEqual(['227365000', 1]);
    field.type('9');
    expect([digitsOf(field.view), field.digitsLeft]).toEqual(['2927365000', 2]);
    field.delete();
    expect([digitsOf(field.view), field.digitsLeft]).toEqual(['297365000', 2]);
  });

  const numbers: [CountryCode, string][] = [
    ['CN', '13900139000'],
    ['US', '2127365000'],
    ['GB', '07975556677'],
    ['BR', '11961234567'],
  ];
  const key = fc.oneof(
    fc.constantFrom('Backspace', 'Delete'),
    fc.constantFrom(...'0123456789'),
    fc.nat({ max: 20 }),
  );

  it.each(numbers)(
    '%s follows a field that knows digits only, whatever is pressed where',
    (country, number) => {
      fc.assert(
        fc.property(fc.array(key, { maxLength: 30 }), (keys) => {
          const field = openField(country);
          field.type(number);
          let model = { text: number, caret: number.length };
          for (const pressed of keys) {
            const { text, caret } = model;
            if (typeof pressed === 'number') {
              model = { text, caret: Math.min(pressed, text.length) };
              field.goAfterDigit(model.caret);
            } else if (pressed === 'Backspace') {
              if (caret > 0)
                model = { text: text.slice(0, caret - 1) + text.slice(caret), caret: caret - 1 };
              field.backspace();
            } else if (pressed === 'Delete') {
              model = { text: text.slice(0, caret) + text.slice(caret + 1), caret };
              field.delete();
            } else {
              model = {
                text: text.slice(0, caret) + pressed + text.slice(caret),
                caret: caret + 1,
              };
              field.type(pressed);
            }
            expect([digitsOf(field.view), field.digitsLeft]).toEqual([model.text, model.caret]);
          }
        }),
        { numRuns: 40 },
      );
    },
  );
});

it('B1 after Delete the caret is in front of the next digit, past the space', () => {
  const field = openField('CN');
  field.type('13900139000');
  field.goTo(3);
  field.delete();
  expect([field.view, field.caret]).toEqual(['139 0139 000', 4]);
});

describe('B2 Backspace', () => {
  it('takes the digit behind a bracket', () => {
    const field = openField('US');
    field.type('2127');
    expect(field.view).toBe('(212) 7');
    field.goTo(5);
    field.backspace();
    expect(digitsOf(field.view)).toBe('217');
  });

  it.each<CountryCode>(['US', 'BR', 'CN'])(
    'with Ctrl goes on through a group and a bracket in %s',
    (country) => {
      const field = openField(country);
      field.type('2127365000');
      for (let stroke = 0; stroke < 6 && field.view !== ''; stroke++) field.backspaceWord();
      expect(field.view).toBe('');
      field.type('2127365000');
      field.goTo(0);
      for (let stroke = 0; stroke < 6 && field.view !== ''; stroke++) field.deleteWord();
      expect(field.view).toBe('');
    },
  );

  it('empties ten digits in ten strokes', () => {
    const field = openField('US');
    field.type('2127365000');
    for (let stroke = 9; stroke >= 0; stroke--) {
      field.backspace();
      expect(digitsOf(field.view)).toHaveLength(stroke);
    }
  });
});

describe('typed, pasted or filled in', () => {
  it.each<
    [text: string, country: CountryCode, view: string, e164: string, shownCountry: CountryCode]
  >([
    ['13812345678', 'CN', '138 1234 5678', '+8613812345678', 'CN'],
    ['１３８１２３４５６７８', 'CN', '138 1234 5678', '+8613812345678', 'CN'],
    ['8613812345678', 'CN', '138 1234 5678', '+8613812345678', 'CN'],
    ['0044 7975 556677', 'CN', '7975 556677', '+447975556677', 'GB'],
    ['tel:+8613812345678', 'US', '138 1234 5678', '+8613812345678', 'CN'],
    ['+8613900139000', 'US', '139 0013 9000', '+8613900139000', 'CN'],
    ['微信同号 13900139000', 'CN', '139 0013 9000', '+8613900139000', 'CN'],
    ['٠٥٠١٢٣٤٥٦٧', 'AE', '050 123 4567', '+971501234567', 'AE'],
    ['491725555555', 'DE', '172 5555555', '+491725555555', 'DE'],
    ['+12127365000', 'CA', '(212) 736-5000', '+12127365000', 'CA'],
    ['[+91] 9167654321', 'US', '91676 54321', '+919167654321', 'IN'],
    ['0664 1234567 (1)', 'AT', '0664 1234567', '+436641234567', 'AT'],
    ['+852: 9123 4567', 'SG', '9123 4567', '+85291234567', 'HK'],
    ["079'123'45'67", 'CH', '079 123 45 67', '+41791234567', 'CH'],
  ])('B4 B6 "%s" pasted beside %s shows "%s"', (text, country, view, e164, shownCountry) => {
    const field = openField(country);
    field.paste(text);
    expect([field.view, field.value.country]).toEqual([view, shownCountry]);
    expect(readPhone(field.value.text, field.value.country, phoneEngine).phone?.e164).toBe(e164);
  });

  it.each(['13900139000/13700137000', '13900139000;13700137000', 'hello', '1'.repeat(70)])(
    'B6 "%s" is left as it is',
    (text) => {
      const field = openField('CN');
      field.paste(text);
      expect(field.view).toBe(text);
    },
  );

  it.each<[before: string, country: CountryCode, text: string, e164: string]>([
    ['13900139000', 'CN', '微信13912345678', '+8613912345678'],
    ['13900139000', 'CN', '手机13912345678', '+8613912345678'],
    ['13900139000', 'CN', '13912345678。', '+8613912345678'],
    ['13900139000', 'CN', '13912345678', '+8613912345678'],
    ['2127365000', 'US', 'tel:2127365001', '+12127365001'],
    ['2127365000', 'US', '2127365001 (m)', '+12127365001'],
    ['07975556677', 'GB', 'M:07975556678', '+447975556678'],
  ])('B6 over “%s” of %s, “%s” takes its place', (before, country, text, e164) => {
    const field = openField(country);
    field.type(before);
    field.pasteOverAll(text);
    const { value } = field;
    expect(readPhone(value.text, value.country, phoneEngine).phone?.e164).toBe(e164);
  });

  it('B8 what is selected in a number too long is deleted', () => {
    const field = openField('CN');
    field.type('+861390013900013900139000');
    field.selectAndDelete(3);
    expect(digitsOf(field.view)).toBe('861390013900013900139');
  });

  it.each(['+52 1 55 1234 5678', '5215512345678', '0052 1 55 1234 5678'])(
    'Mexico’s former 1 leaves with the calling code of “%s”',
    (text) => {
      const field = openField('MX');
      field.paste(text);
      expect(digitsOf(field.view)).toBe('5512345678');
    },
  );

  it('B10 an eighteenth digit is a digit too many, not another number', () => {
    const field = openField('EG');
    field.type('+201001234567890123');
    expect(digitsOf(field.view)).toBe('201001234567890123');
  });

  it('B6 goes in at the caret of a number that is half typed', () => {
    const field = openField('CN');
    field.type('1399000');
    field.goAfterDigit(3);
    field.paste('0013');
    expect(digitsOf(field.view)).toBe('13900139000');
  });

  it('B8 the zero that was typed stays in sight', () => {
    const field = openField('AU');
    field.type('0412345678');
    expect(field.view).toBe('0412 345 678');
  });

  it('B10 nothing is cut off', () => {
    const field = openField('CN');
    field.type('139001390001');
    expect(digitsOf(field.view)).toBe('139001390001');
    field.type('23456789');
    expect(digitsOf(field.view)).toBe('13900139000123456789');
  });

  it('B3 a letter changes nothing', () => {
    const field = openField('CN');
    field.type('139a0');
    expect(digitsOf(field.view)).toBe('1390');
    expect(field.digitsLeft).toBe(4);
  });

  it.each<[CountryCode, before: string, pasted: string, e164: string]>([
    ['AT', '06641234567', '0664 1234567 (1)', '+436641234567'],
    ['DE', '01725555555', '0172 5555555 (2)', '+491725555555'],
    ['ID', '081234567890', '0812 3456 789 (8)', '+628123456789'],
    ['CN', '13900139000', '13912345678 (9)', '+8613912345678'],
    ['GB', '447975556677', '+447975556678', '+447975556678'],
  ])('B4 %s: over %s, “%s” is read as in an empty field', (country, before, pasted, e164) => {
    const field = openField(country);
    field.type(before);
    field.pasteOverAll(pasted);
    const { text } = field.value;
    expect(readPhone(text, country, phoneEngine).phone?.e164).toBe(e164);
    const empty = openField(country);
    empty.paste(pasted);
    expect(field.value).toEqual(empty.value);
  });

  it.each([
    '+43 664 1234567/8',
    'Tel +43 664 1234567/8',
    '+43 664 1234567 - 68',
    '+62 812 345 6789 / 90',
  ])('B6 “%s”, pasted or filled in, is read as it stands', (text) => {
    const { problem } = readPhone(text, 'CN', phoneEngine);
    expect(problem?.kind).toBe('severalNumbers');
    for (const way of ['paste', 'fill'] as const) {
      const field = openField('CN');
      field[way](text);
      expect(field.view).toBe(text);
      expect(readPhone(field.value.text, field.value.country, phoneEngine).problem).toEqual(
        problem,
      );
    }
  });

  it.each<[text: string, at: number, keys: string, left: string]>([
    ['13900139000/13700137000', 23, '<'.repeat(12), '139 0013 9000'],
    ['13900139000、13700137000', 23, '<'.repeat(12), '139 0013 9000'],
    ['13900139000 转 801', 17, '<'.repeat(6), '139 0013 9000'],
    ['13812345678 ext. 12', 19, '<'.repeat(8), '138 1234 5678'],
    ['13900139000 or 13700137000', 26, '<'.repeat(13), '13900139000 o'],
    ['13900139000 or 13700137000', 26, '<'.repeat(14), '13900139000 '],
    ['13900139000 or 13700137000', 26, '<'.repeat(15), '139 0013 9000'],
    ['张三 13812345678 北京100020', 23, '<'.repeat(9), '张三 13812345678'],
    ['微信同号13900139000 13700137000', 0, '>'.repeat(4), '13900139000 13700137000'],
    ['mob 13900139000 home 13700137000', 3, 'abc', 'mobabc 13900139000 home 13700137000'],
    ['mob 13900139000 home 13700137000', 20, '<'.repeat(5), 'mob 13900139000 13700137000'],
    ['hello world', 5, '<<', 'hel world'],
    ['+8613900139000 or +8613700137000', 32, '<'.repeat(9), '+8613900139000 or +8613'],
    ['+86 13812345678 北京100020', 23, '<<', '+86 13812345678 北京1000'],
    ['13800138000 or 13900139000', 0, '+86', '+8613800138000 or 13900139000'],
    ['13900139000 13700137000', 11, '7', '139001390007 13700137000'],
    ['13900139000 13700137000', 23, '<', '13900139000 1370013700'],
  ])('R-60 a text that was kept is corrected as any other: “%s”', (text, at, keys, left) => {
    const field = openField('CN');
    field.paste(text);
    expect(field.view).toBe(text);
    field.goTo(at);
    for (const key of keys) {
      if (key === '<') field.backspace();
      else if (key === '>') field.delete();
      else field.type(key);
    }
    expect(field.view).toBe(left);
  });

  it('B3 a letter leaves the caret where it was put', () => {
    const field = openField('US');
    field.type('2127365000');
    for (const count of [0, 3, 10]) {
      field.goAfterDigit(count);
      field.type('x');
      expect([digitsOf(field.view), field.digitsLeft]).toEqual(['2127365000', count]);
    }
  });

  it.each(world)(
    '$country: one number by every key, paste and autofill',
    ({ country, example }) => {
      const texts = [
        example.number,
        example.formatInternational(),
        example.formatNational(),
        example.nationalNumber,
        example.number.replace('+', '00'),
        example.formatInternational().replace(/^\+(\d+)/, '(+$1)'),
        toFullWidth(example.number),
        toFullWidth(example.formatNational()),
        example.number.slice(1),
        ...(hasTrunkZero(example)
          ? [`+${example.countryCallingCode} (0)${example.nationalNumber}`]
          : []),
      ];
      for (const text of texts) {
        for (const way of ['type', 'paste', 'fill'] as const) {
          const field = openField(country);
          field[way](text);
          const { value } = field;
          const { phone } = readPhone(value.text, value.country, phoneEngine);
          expect(phone?.e164, `${way} "${text}"`).toBe(example.number);
        }
      }
    },
  );
});

describe('B8 no sequence of edits loses a digit', () => {
  type Step =
    | { digit: string }
    | { key: 'backspace' | 'delete' }
    | { at: number }
    | { pick: CountryCode };
  const country = fc.constantFrom(...allCountries());
  const edit = fc.oneof(
    fc.record({ digit: fc.constantFrom(...'0123456789') }),
    fc.record({ key: fc.constantFrom('backspace' as const, 'delete' as const) }),
    fc.record({ at: fc.nat({ max: 20 }) }),
  );
  const pick = fc.record({ pick: country });

  /** Counts what is in the field, a plus sign too, beside what was put in and taken out. */
  function follow(field: ReturnType<typeof openField>, steps: Step[]) {
    const inField = () => countLeft(field.view, Number.POSITIVE_INFINITY);
    for (const step of steps) {
      const before = inField();
      const left = field.digitsLeft;
      let change = 0;
      if ('digit' in step) {
        // In front of a plus sign it would be no number; that it is left out is another test's.
        if (field.view.startsWith('+') && left === 0) continue;
        field.type(step.digit);
        change = 1;
      } else if ('key' in step) {
        field[step.key]();
        const hasAny = step.key === 'backspace' ? left > 0 : left < before;
        if (hasAny) change = -1;
      } else if ('pick' in step) field.pick(step.pick);
      else field.goTo(step.at);
      expect(inField()).toBe(before + change);
    }
  }

  it('with countries picked in between', () => {
    fc.assert(
      fc.property(
        country,
        fc.boolean(),
        fc.array(fc.oneof(edit, pick)),
        (start, hasEngine, steps) => {
          follow(openField(start, hasEngine ? phoneEngine : undefined), steps);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('behind a plus sign', () => {
    fc.assert(
      fc.property(country, fc.boolean(), fc.array(edit), (start, hasEngine, steps) => {
        const field = openField(start, hasEngine ? phoneEngine : undefined);
        field.type('+');
        follow(field, steps);
      }),
      { numRuns: 200 },
    );
  });
});

it.each([
  ['digits', '1'],
  ['plus signs', '+'],
  ['digits and spaces', '1 '],
  ['brackets', '('],
  ['full-width digits', '１'],
  ['letters', 'x'],
  ['marks', '\u0301'],
  ['numbers', '13900139000\n'],
])('A13 a megabyte of %s takes no noticeable time, and stays as it is', (_, unit) => {
  const text = unit.repeat(1_000_000 / unit.length);
  const field = openField('CN');
  const times = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    field.pasteOverAll(text);
    readPhone(field.value.text, 'CN', phoneEngine);
    return process.cpuUsage(start).user / 1_000;
  });
  expect(field.view === text).toBe(true);
  // The quickest, and of the processor's time: what else the machine does is no fault of the field's.
  expect(Math.min(...times)).toBeLessThan(100);
});
