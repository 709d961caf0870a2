import type { CDPSession, Page } from 'playwright';

/** As Chromium traces it; thread times in microseconds. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** When it began, in time of its thread: what the thread slept or waited does not count. */
  tts: number;
  tdur?: number;
  args: { data?: { type?: string } };
}

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];
/** Longer than any of the inputs goes on working after a key, ms. */
const PAUSE = 110;

/** Milliseconds that the page's main thread worked for each key, from its press until the frame with it was handed over. */
export async function measureWork(
  page: Page,
  session: CDPSession,
  text: string,
): Promise<number[]> {
  const events: TraceEvent[] = [];
  // The protocol leaves open what an event is.
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  });
  for (const key of text) {
    await page.keyboard.press(key);
    await page.waitForTimeout(PAUSE);
  }
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;

  const isPress = ({ name, args }: TraceEvent) =>
    name === 'EventDispatch' && args.data?.type === 'keydown';
  const presses = events.filter(isPress).sort((a, b) => a.tts - b.tts);
  const commits = events
    .filter(
      ({ name, pid, tid }) =>
        name === 'Commit' && pid === presses[0]?.pid && tid === presses[0].tid,
    )
    .sort((a, b) => a.tts - b.tts);
  return presses.map((press) => {
    const commit = commits.find(({ tts }) => tts > press.tts);
    if (!commit) throw new Error('A key was never painted.');
    return (commit.tts + (commit.tdur ?? 0) - press.tts) / 1_000;
  });
}
