import fc from 'fast-check';
import type { HostMood, Moods, TestForm } from './form.testing.ts';
import { ANSWERS, type Answering } from './wire.testing.ts';
import { NUMBERS, type World } from './world.testing.ts';

/** The world is its own prediction: what must be true is compared in `World.check`. */
type Step = fc.AsyncCommand<object, World>;

const CODES = ['right', 'wrong', 'of another number', 'grouped', 'as a message', 'none'] as const;
type CodeKind = (typeof CODES)[number];

function command(name: string, act: (world: World) => unknown): Step {
  return {
    check: () => true,
    async run(_, world) {
      await act(world);
      await world.settle();
      world.check();
    },
    toString: () => name,
  };
}

const page = fc.nat({ max: 1 });
const index = fc.nat({ max: 3 });

export function commandsOf(): fc.Arbitrary<Step>[] {
  return [
    typeNumber,
    edit,
    typeCode,
    press,
    press,
    sendTo,
    sendTo,
    bindRight,
    bindRight,
    bindTo,
    bindAgain,
    sendMany,
    planPost,
    planPost,
    planPost,
    planProfile,
    release,
    release,
    pass,
    pass,
    sleep,
    setClock,
    unmount,
    mount,
    reload,
    changeUser,
    unbind,
    clearStorage,
    breakStorage,
    setMood,
    answerHost,
    race,
    pressAndGo,
  ];
}

const number = fc.constantFrom(...NUMBERS.keys());
const realNumber = fc.constantFrom(0, 0, 0, 1, 2, 3, 4);

const typeNumber = fc.tuple(page, number).map(([at, which]) =>
  command(`type or paste "${NUMBERS[which]?.text}" on ${at}`, (world) => {
    const { form } = world.page(at);
    if (form.isMounted) form.type(NUMBERS[which]?.text ?? '');
  }),
);

const edit = page.map((at) =>
  command(`delete a digit on ${at}`, (world) => {
    const { form } = world.page(at);
    if (form.isMounted) form.shorten();
  }),
);

const typeCode = fc
  .tuple(page, fc.constantFrom(...CODES))
  .map(([at, kind]) =>
    command(`type a code on ${at}: ${kind}`, (world) =>
      enterCode(world, world.page(at).form, kind),
    ),
  );

const press = fc
  .tuple(page, fc.constantFrom('sendCode' as const, 'submitCode' as const), fc.boolean())
  .map(([at, step, isTwice]) =>
    command(`${step} on ${at}${isTwice ? ' twice' : ''}`, (world) => {
      const { form } = world.page(at);
      form.press(step);
      if (isTwice) form.press(step);
    }),
  );

const sendTo = fc.tuple(page, realNumber).map(([at, which]) =>
  command(`send to "${NUMBERS[which]?.text}" on ${at}`, (world) => {
    const { form } = world.page(at);
    if (!form.isMounted) return;
    form.type(NUMBERS[which]?.text ?? '');
    form.press('sendCode');
  }),
);

const bindRight = page.map((at) =>
  command(`bind with the right code on ${at}`, (world) => {
    const { form } = world.page(at);
    enterCode(world, form, 'right');
    form.press('submitCode');
  }),
);

const bindTo = fc.tuple(page, realNumber).map(([at, which]) =>
  command(`bind "${NUMBERS[which]?.text}" with its code on ${at}`, (world) => {
    const { form } = world.page(at);
    if (!form.isMounted) return;
    form.type(NUMBERS[which]?.text ?? '');
    enterCode(world, form, 'right');
    form.press('submitCode');
  }),
);

/** A code is sent and used, and what came of that is not believed. */
const bindAgain = fc
  .tuple(
    page,
    fc.constantFrom('lostOnTheWayBack' as const, 'tooManyTries' as const),
    fc.constantFrom('codeExpired' as const, 'answered' as const),
  )
  .map(([at, first, second]) =>
    command(`send, bind: ${first}, and again: ${second}, on ${at}`, async (world) => {
      const { form } = world.page(at);
      if (!form.isMounted) return;
      form.type(NUMBERS[0].text);
      form.press('sendCode');
      await world.settle();
      world.wire.plan('profile', { answering: 'lostOnTheWay', isHeld: false });
      for (const answering of [first, second]) {
        world.wire.plan('post', { answering, isHeld: false });
        enterCode(world, form, 'right');
        form.press('submitCode');
        await world.settle();
      }
    }),
  );

const sendMany = fc.tuple(page, fc.integer({ min: 2, max: 5 })).map(([at, times]) =>
  command(`send ${times} times on ${at}, in good time`, async (world) => {
    const { form } = world.page(at);
    for (let sent = 0; sent < times && form.isMounted; sent++) {
      form.type(NUMBERS[sent % 3]?.text ?? '');
      form.press('sendCode');
      await world.pass(sent < 3 ? 1_000 : 62_000);
      world.check();
    }
  }),
);

const answering = fc.constantFrom(...(Object.keys(ANSWERS) as Answering[]));

const planPost = fc
  .tuple(answering, fc.boolean())
  .map(([how, isHeld]) =>
    command(`next: ${how}${isHeld ? ', late' : ''}`, (world) =>
      world.wire.plan('post', { answering: how, isHeld }),
    ),
  );

const planProfile = fc
  .tuple(
    fc.constantFrom('answered' as const, 'lostOnTheWay', 'neverAnswered', 'error', 'otherPage'),
    fc.boolean(),
  )
  .map(([how, isHeld]) =>
    command(`next profile: ${how}${isHeld ? ', late' : ''}`, (world) =>
      world.wire.plan('profile', { answering: how, isHeld }),
    ),
  );

const release = index.map((which) =>
  command(`answer ${which}`, (world) => world.wire.release(which)),
);

const pass = fc
  .constantFrom(300, 3_000, 7_000, 10_000, 16_000, 59_999, 60_000, 61_000, 130_000)
  .map((ms) => command(`pass ${ms}`, (world) => world.pass(ms)));

const sleep = fc
  .constantFrom(30_000, 61_000, 299_000, 600_001)
  .map((ms) => command(`sleep ${ms}`, (world) => world.sleep(ms)));

const setClock = fc
  .constantFrom(-3_600_000, -61_000, 61_000, 3_600_000)
  .map((ms) => command(`set the clock by ${ms}`, (world) => world.setClock(ms)));

const unmount = page.map((at) =>
  command(`unmount ${at}`, (world) => world.page(at).form.unmount()),
);
const mount = page.map((at) => command(`mount ${at}`, (world) => world.mount(world.page(at))));
const reload = page.map((at) => command(`reload ${at}`, (world) => world.reload(world.page(at))));
const changeUser = fc.constant(
  command('another person signs in', async (world) => {
    world.changeUser();
    await world.settle();
    world.checkFreshStart();
  }),
);
const unbind = fc.constant(
  command('unbind', (world) => {
    // Not between a success and its showing: it would be none by then.
    if (!world.isBusy) world.unbindByAdministrator();
  }),
);
const clearStorage = fc.constant(command('clear storage', (world) => world.clearStorage()));
const breakStorage = fc.constant(command('block storage', (world) => world.breakStorage()));

const beforeSend = fc.constantFrom<HostMood[]>(
  ...(['absent', 'absent', 'agrees', 'adds', 'declines', 'rejects', 'waits', 'waits'] as const),
);
const reauth = fc.constantFrom<HostMood[]>('absent', 'agrees', 'rejects', 'waits');
const told = fc.constantFrom('listens' as const, 'throws' as const);

export const moodsOf: fc.Arbitrary<Moods> = fc.record({ beforeSend, reauth, told });

const setMood = fc.tuple(moodsOf, fc.boolean()).map(([moods, canRenew]) =>
  command(`the host is ${JSON.stringify({ ...moods, canRenew })}`, (world) => {
    Object.assign(world.moods, moods);
    world.canRenew = canRenew;
  }),
);

const answerHost = fc
  .tuple(index, fc.boolean())
  .map(([which, answer]) =>
    command(`the host answers ${which}: ${answer}`, (world) => world.answerHost(which, answer)),
  );

const pressAndGo = fc.tuple(page, realNumber, fc.boolean()).map(([at, which, isUser]) =>
  command(`send on ${at} and ${isUser ? 'sign out' : 'unmount'} at once`, (world) => {
    const { form } = world.page(at);
    if (!form.isMounted) return;
    form.type(NUMBERS[which]?.text ?? '');
    form.press('sendCode');
    if (isUser) world.changeUser();
    else form.unmount();
  }),
);

/** An answer arrives at the very moment at which something else happens. */
const race = fc
  .tuple(index, page, fc.constantFrom('unmount', 'user', 'edit', 'press', 'reload', 'timeout'))
  .map(([which, at, what]) =>
    command(`answer ${which} and ${what} at once on ${at}`, async (world) => {
      const target = world.page(at);
      if (!world.wire.release(which)) return;
      world.atOnce();
      if (what === 'unmount') target.form.unmount();
      else if (what === 'user') world.changeUser();
      else if (what === 'reload') world.reload(target);
      else if (what === 'press') target.form.press('sendCode');
      else if (what === 'timeout') await world.pass(15_000);
      else if (target.form.isMounted) target.form.type(NUMBERS[1].text);
    }),
  );

function enterCode(world: World, form: TestForm, kind: CodeKind): void {
  if (!form.isMounted || form.progress.done) return;
  const to = world.numberIn(form);
  const code = world.codeOf(to) ?? '123456';
  form.typeCode(written(code, kind, world));
}

function written(code: string, kind: CodeKind, world: World): string {
  switch (kind) {
    case 'right':
      return code;
    case 'wrong':
      return String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    case 'of another number':
      return world.sandbox.outbox()[1]?.code ?? '654321';
    case 'grouped':
      return `${code.slice(0, 3)}-${code.slice(3)}`;
    case 'as a message':
      return `Your code is ${code}.`;
    case 'none':
      return '';
  }
}
