import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { commandsOf, moodsOf } from './model/commands.testing.ts';
import { stageWorlds } from './model/stage.testing.ts';
import { World } from './model/world.testing.ts';

const SEQUENCES = 2_000;
/** A quarter of a minute on a machine with nothing else to do. */
const LONG_MS = 10 * 60_000;

const { unhandled, said } = stageWorlds();

it('I1–I10 hold whatever people, pages, clocks, hosts, the network and the server do, in any order', {
  timeout: LONG_MS,
}, async () => {
  let steps = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 2 }),
      moodsOf,
      fc.commands(commandsOf(), { maxCommands: 30, size: 'max' }),
      async (pageCount, moods, commands) => {
        const world = new World(pageCount, moods);
        try {
          await fc.asyncModelRun(() => ({ model: {}, real: world }), commands);
          await world.checkLiveness();
          expect(unhandled).toEqual([]);
          expect(said).not.toHaveBeenCalled();
          steps += world.wire.exchanges.length;
        } finally {
          world.close();
          await world.settle();
          vi.clearAllTimers();
        }
      },
    ),
    { numRuns: SEQUENCES },
  );
  // Not a walk through empty rooms: each sequence asks the server for something, most for much.
  expect(steps).toBeGreaterThan(SEQUENCES * 3);
});
