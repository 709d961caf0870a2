import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createEditHistory, endOfChange } from './editHistory.ts';
import type { TypedPhone } from './typedPhone.ts';

const typed = (text: string, country: TypedPhone['country'] = 'CN') => ({ text, country });

const text = fc.stringMatching(/^\+?[0-9]{0,12}$/);

it('goes back through any edits to the first, and forth to the last', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ text, isKey: fc.boolean() })), (edits) => {
      const history = createEditHistory();
      let now = typed('');
      for (const { text, isKey } of edits) {
        const after = typed(text);
        history.note({ before: now, after }, isKey);
        now = after;
      }
      const last = now;
      for (let back = history.undo(now); back; back = history.undo(now)) now = back;
      expect(now).toEqual(typed(''));
      for (let forth = history.redo(now); forth; forth = history.redo(now)) now = forth;
      expect(now).toEqual(last);
    }),
  );
});

it('takes keys typed one after the other together, until the field is left', () => {
  const history = createEditHistory();
  history.note({ before: typed(''), after: typed('1') }, true);
  history.note({ before: typed('1'), after: typed('13') }, true);
  history.pause();
  history.note({ before: typed('13'), after: typed('138') }, true);
  expect(history.undo(typed('138'))).toEqual(typed('13'));
  expect(history.undo(typed('13'))).toEqual(typed(''));
  expect(history.undo(typed(''))).toBeUndefined();
});

it('takes back alone what was typed elsewhere', () => {
  const history = createEditHistory();
  history.note({ before: typed(''), after: typed('1') }, true);
  history.note({ before: typed('1'), after: typed('13') }, true);
  history.note({ before: typed('13'), after: typed('133') }, true);
  history.note({ before: typed('133'), after: typed('1733') }, true);
  history.note({ before: typed('1733'), after: typed('17833') }, true);
  expect(history.undo(typed('17833'))).toEqual(typed('133'));
  expect(history.undo(typed('133'))).toEqual(typed(''));
});

it('forgets what was undone when something else is typed', () => {
  const history = createEditHistory();
  history.note({ before: typed(''), after: typed('1') }, true);
  history.undo(typed('1'));
  history.note({ before: typed(''), after: typed('2') }, true);
  expect(history.redo(typed('2'))).toBeUndefined();
});

it('gives back the country that went with a number, and leaves one that was picked', () => {
  const history = createEditHistory();
  history.note({ before: typed(''), after: typed('00447400123456') }, false);
  expect(history.undo(typed('7400123456', 'GB'))).toEqual(typed('', 'CN'));

  history.note({ before: typed(''), after: typed('13812345678') }, false);
  expect(history.undo(typed('13812345678', 'US'))).toEqual(typed('', 'US'));
});

it.each([
  ['138', '', 3],
  ['', '138', 0],
  ['13845678', '13812345678', 3],
  ['13812345678', '13845678', 6],
])('the change that made “%s” of “%s” ends at %s', (after, before, position) => {
  expect(endOfChange(after, before)).toBe(position);
});
