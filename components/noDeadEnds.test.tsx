import { act, cleanup, fireEvent, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sendLog } from '../src/account/sendLog.ts';
import type { AccountState, Fault, SandboxOptions } from '../src/sandbox/index.ts';
import { type Contact, contacts, renderFor } from './contacts.testing.tsx';
import { wrong } from './form.testing.tsx';
import { lookAt } from './lookAt.testing.ts';

const DONE = 'done';
const HELPED = 'helped';
const MINUTES = 5 * 60_000;

afterEach(forget);

function forget() {
  cleanup();
  sendLog.clear();
  localStorage.clear();
  sessionStorage.clear();
  vi.restoreAllMocks();
}

interface Tenant {
  account: (contact: Contact) => AccountState;
  opens: (contact: Contact) => string;
  settings?: (contact: Contact) => SandboxOptions['settings'];
  types?: (contact: Contact) => string;
  /** What every call of an operation is answered. */
  refuses?: (contact: Contact) => { operation: string; statusCode: number; apiCode?: number };
  ends: typeof DONE | typeof HELPED;
}

const change = {
  account: ({ bound }: Contact): AccountState => bound,
  opens: () => 'Change',
};
const unbind = { ...change, opens: () => 'Unbind' };
const bind = { account: ({ without }: Contact) => without, opens: ({ bind }: Contact) => bind };

const tenants: Record<string, Tenant> = {
  'a change': { ...change, ends: DONE },
  'a change in one step': {
    ...change,
    settings: ({ verifyOld }) => ({ [verifyOld]: false }),
    ends: DONE,
  },
  'a change to what another account has': {
    ...change,
    types: ({ taken }) => taken,
    ends: HELPED,
  },
  'a change to what it is': { ...change, types: ({ present }) => present, ends: HELPED },
  'a change that is forbidden': {
    ...change,
    refuses: ({ operations }) => ({ operation: operations.verify, statusCode: 403 }),
    ends: HELPED,
  },
  'a change whose token never lives long enough': {
    ...change,
    settings: () => ({ oneTimeTokenMs: 0 }),
    ends: HELPED,
  },
  'a removal': { ...unbind, ends: DONE },
  'a removal of the last way to sign in': {
    ...unbind,
    account: ({ alone }) => alone,
    ends: HELPED,
  },
  'a removal that the server refuses': {
    ...unbind,
    refuses: ({ operations, codes }) => ({
      operation: operations.unbind,
      statusCode: 422,
      apiCode: codes.last,
    }),
    ends: HELPED,
  },
  'a first one': { ...bind, ends: DONE },
  'a first one that another account has': { ...bind, types: ({ taken }) => taken, ends: HELPED },
  'a first one where codes cannot be sent': {
    ...bind,
    refuses: ({ operations }) => ({ operation: operations.send, statusCode: 403 }),
    ends: HELPED,
  },
};

/** The card of an account, and what a person can do with what is shown at a moment. */
async function page(contact: Contact, tenant: Tenant) {
  const onNeedHelp = vi.fn();
  const view = renderFor(tenant.account(contact), <contact.Settings onNeedHelp={onNeedHelp} />, {
    sandbox: { settings: { smsValidityMs: MINUTES, ...tenant.settings?.(contact) } },
  });
  const { sandbox, container, letTimePass, newestCode } = view;
  const refusal = tenant.refuses?.(contact);
  if (refusal) {
    const { operation, ...envelope } = refusal;
    const fault: Fault = { operation, kind: 'envelope', envelope: { message: '', ...envelope } };
    sandbox.addFault({ ...fault, times: 1_000 });
  }
  const { shown: shownOf, button, fields } = lookAt(container);
  const code = () => fields().find(({ name }) => name === 'code');
  const other = () => fields().find(({ name }) => name !== 'code');
  const sendButton = () => button(/^Send (code|again)$/);
  const isInert = (element: HTMLElement | undefined) =>
    element?.getAttribute('aria-disabled') === 'true';
  const kept = () => [...container.querySelectorAll('input')].map(({ value }) => value);

  function fill(field: HTMLInputElement, text: string) {
    fireEvent.focus(field);
    fireEvent.change(field, { target: { value: text } });
  }

  function submitCode(text: string) {
    const field = code();
    if (field) fill(field, text);
    if (field?.form) fireEvent.submit(field.form);
  }

  /** A way back: whatever was typed is still there. */
  function goBack(way: () => void) {
    const before = kept();
    way();
    expect(kept()).toEqual(before);
  }

  const press = (name: string | RegExp) => () => {
    const found = button(name);
    if (found) fireEvent.click(found);
  };

  /** What can be done now, by its name. */
  function ways(): Map<string, () => void> {
    const found = new Map<string, () => void>();
    const opener = button(tenant.opens(contact));
    const isCard = button('Cancel') === undefined;
    if (isCard) {
      if (opener) found.set('open', press(tenant.opens(contact)));
      return found;
    }
    const field = other();
    if (field && field.value === '')
      found.set('type', () => fill(field, (tenant.types ?? (({ fresh }) => fresh))(contact)));
    if (sendButton()) {
      if (isInert(sendButton())) found.set('wait', () => letTimePass(MINUTES));
      else found.set('send', press(/^Send (code|again)$/));
    }
    if (code()) {
      found.set('right code', () => submitCode(newestCode() || '123456'));
      found.set('wrong code', () => submitCode(wrong(newestCode())));
    }
    if (button(/no longer receive/)) found.set('lost', press(/no longer receive/));
    if (button('Get help')) found.set('help', press('Get help'));
    if (button('Back')) found.set('back', () => goBack(press('Back')));
    found.set('cancel', () => goBack(press('Cancel')));
    found.set('escape', () =>
      goBack(() => fireEvent.keyDown(fields()[0] ?? container, { key: 'Escape' })),
    );
    return found;
  }

  /** What a person sees, but for what differs from one time to the next. */
  function state(): string {
    const said = shownOf('[role=status]').map(({ textContent }) => textContent ?? '');
    if (said.some((text) => / (bound|changed|removed): /.test(text))) return DONE;
    const alerts = shownOf('[role=alert], .genauth-alert').map(
      ({ textContent }) => textContent ?? '',
    );
    const [title] = shownOf('.genauth-step-title');
    const shown = fields().map(
      (field) =>
        `${field.name}${field.value ? '*' : ''}${field.getAttribute('aria-invalid') ? '!' : ''}`,
    );
    const names = [...ways().keys()];
    return [title?.textContent ?? '', ...alerts, ...shown, ...names]
      .join(' | ')
      .replace(/\d/g, '#');
  }

  async function settle() {
    await act(async () => void dispatchEvent(new Event('focus')));
    await waitFor(() => expect(container.querySelector('[aria-busy=true]')).toBeNull());
  }

  await settle();
  await waitFor(() => expect(shownOf('button')).not.toHaveLength(0));
  return { ways, state, settle, wasHelped: () => onNeedHelp.mock.calls.length > 0 };
}

/** As far as there are two steps, the code of the first is asked for and checked before anything is typed. */
const STRAIGHT = ['open', 'send', 'right code', 'type', 'send', 'right code', 'help'];

/** From state to state, by what was done. */
type Graph = Map<string, Map<string, Set<string>>>;

/** The straight way first, then everything in every state that it comes to, as far as it comes. */
async function explore(contact: Contact, tenant: Tenant): Promise<Graph> {
  const graph: Graph = new Map();
  for (let visit = 0; visit < 5; visit += 1) {
    forget();
    const { ways, state, settle, wasHelped } = await page(contact, tenant);
    for (let step = 0; step < 30; step += 1) {
      const here = state();
      if (here === DONE) break;
      const edges = graph.get(here) ?? new Map<string, Set<string>>();
      graph.set(here, edges);
      const names = [...ways().keys()];
      const name = visit === 0 ? STRAIGHT[step] : nextOf(graph, here, names);
      const way = name === undefined ? undefined : ways().get(name);
      if (visit === 0 && name !== undefined && !way) continue;
      if (name === undefined || !way) break;
      await way();
      await settle();
      const isHelp = name === 'help' && wasHelped();
      edges.set(name, (edges.get(name) ?? new Set()).add(isHelp ? HELPED : state()));
    }
  }
  return graph;
}

/** Something untried here, or the first thing on the way to where something is. */
function nextOf(graph: Graph, here: string, names: string[]): string | undefined {
  const untried = names.find((name) => !graph.get(here)?.has(name));
  if (untried !== undefined) return untried;
  const isOpen = (state: string) => hasUntried(graph, state);
  for (const [name, targets] of graph.get(here) ?? [])
    if ([...targets].some((target) => reaches(graph, target, isOpen))) return name;
  return undefined;
}

const NAMES = new Set([
  ...['open', 'type', 'wait', 'send', 'right code', 'wrong code', 'lost', 'help', 'back'],
  ...['cancel', 'escape'],
]);

/** Whether something that can be done in a state has not been. */
function hasUntried(graph: Graph, state: string): boolean {
  return state.split(' | ').some((name) => NAMES.has(name) && !graph.get(state)?.has(name));
}

function reaches(graph: Graph, from: string, isGoal: (state: string) => boolean): boolean {
  const seen = new Set([from]);
  for (const state of seen) {
    if (isGoal(state)) return true;
    for (const targets of graph.get(state)?.values() ?? []) for (const to of targets) seen.add(to);
  }
  return false;
}

describe.each(contacts)('no state of the $kind is a dead end:', (contact) => {
  it.each(Object.keys(tenants))('%s', async (name) => {
    const tenant = tenants[name];
    if (!tenant) throw new Error('No such tenant.');
    const graph = await explore(contact, tenant);
    // A trap is a part that was tried out and has no way to an end; what was not tried out is none yet.
    const isEnd = (state: string) => state === DONE || state === HELPED || hasUntried(graph, state);
    for (const [state, edges] of graph) {
      const onward = [...edges.values()].flatMap((targets) => [...targets]);
      expect(
        onward.some((target) => target !== state),
        `a way on from: ${state}`,
      ).toBe(true);
      expect(reaches(graph, state, isEnd), `an end from: ${state}`).toBe(true);
    }
    expect(
      [...graph.values()]
        .flatMap((edges) => [...edges.values()])
        .some((targets) => targets.has(tenant.ends)),
    ).toBe(true);
  });
});
