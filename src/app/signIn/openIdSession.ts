import { sendLog } from '../../account/sendLog.ts';
import type { AppConfig } from '../readConfig.ts';
import { hearSignOut } from './hearSignOut.ts';
import type { Grant, OpenId } from './openId.ts';
import { problemOf, refusalOf, type SignInProblem } from './problem.ts';
import {
  createStateHolder,
  type Session,
  type SessionState,
  type SignInAgainReason,
} from './session.ts';

/** A redirect that has not left by then was stopped. */
const LEAVING_MS = 10_000;

/**
 * Signs in at the tenant. Tokens are in this closure and nowhere else, so a reload has none: it asks the tenant once,
 * by a redirect that shows nothing, and only then the person.
 */
export function openIdSession(config: AppConfig): Session {
  const holder = createStateHolder({ is: 'working' });
  let grant: Grant | undefined;
  let renewal: Promise<string | undefined> | undefined;

  const library = async (): Promise<OpenId> => {
    const { createOpenId } = await import('./openId.ts');
    return createOpenId(config);
  };

  function showSignedOut(problem?: SignInProblem): void {
    grant = undefined;
    holder.set({ is: 'signedOut', problem });
  }

  function showSignedIn(
    changes: {
      signInAgain?: SignInAgainReason | undefined;
      isLeaving?: boolean;
      problem?: SignInProblem | undefined;
    } = {},
  ) {
    if (grant) holder.set({ is: 'signedIn', userId: grant.profile.sub, ...changes });
  }

  /** Reads the service's answer, or asks it once. Never twice: what was asked and not answered is not asked again. */
  async function start(): Promise<void> {
    if (!isSecureContext) return showSignedOut('insecure');
    const answer = takeAnswer();
    try {
      const openId = await library();
      if (answer?.isSignIn) return await finish(openId, answer.url);
      const wasAsked = await openId.forgetQuestions();
      if (answer || wasAsked) return showSignedOut();
      location.replace(await openId.signInAddress(location.hash, 'silently'));
      setTimeout(stay, LEAVING_MS);
    } catch (error) {
      showSignedOut(problemOf(error));
    }
  }

  async function finish(openId: OpenId, answer: string): Promise<void> {
    const hash = await openId.readHash(answer).catch(() => undefined);
    if (hash === undefined) {
      await openId.forgetQuestions();
      return showSignedOut('unmatched');
    }
    history.replaceState(null, '', location.pathname + hash);
    try {
      grant = await openId.signIn(answer);
      showSignedIn();
    } finally {
      await openId.forgetQuestions();
    }
  }

  async function signIn(): Promise<void> {
    const state = holder.state();
    if (state.is === 'working' || (state.is === 'signedIn' && state.isLeaving)) return;
    const signInAgain = reasonOf(state);
    if (grant) showSignedIn({ signInAgain, isLeaving: true });
    else holder.set({ is: 'working' });
    try {
      const openId = await library();
      location.assign(
        await openId.signInAddress(
          location.hash,
          signInAgain === 'proofWanted' ? 'asked for proof' : 'asked',
        ),
      );
      setTimeout(stay, LEAVING_MS);
    } catch (error) {
      // What was typed stays for as long as there is nowhere to go.
      if (grant) showSignedIn({ signInAgain, problem: problemOf(error) });
      else showSignedOut(problemOf(error));
    }
  }

  async function renew(): Promise<string | undefined> {
    const { refresh_token } = grant ?? {};
    if (!grant || refresh_token === undefined) return expire();
    try {
      const openId = await library();
      const renewed = await openId.renew({ ...grant, refresh_token });
      // Signed out meanwhile.
      if (!grant) return undefined;
      grant = renewed;
      showSignedIn();
      return grant.access_token;
    } catch (error) {
      // A service that does not answer now may do so at the next try.
      if (refusalOf(error) !== undefined && grant) delete grant.refresh_token;
      return expire(problemOf(error) === 'unreachable' ? 'unreachable' : undefined);
    }
  }

  function expire(problem?: SignInProblem): undefined {
    showSignedIn({ signInAgain: 'sessionOver', problem });
    return undefined;
  }

  async function signOut(): Promise<void> {
    const last = grant;
    if (!last) return;
    grant = undefined;
    sendLog.clear();
    others.tell();
    // Nothing of the person is left to see, should the browser keep this page for its Back button.
    holder.set({ is: 'working' });
    try {
      const openId = await library();
      location.assign(await openId.signOutAddress(last));
      setTimeout(stay, LEAVING_MS);
    } catch {
      showSignedOut('onlyHere');
    }
  }

  /** Still here, or back without an answer: a way on instead of a page that waits for ever. */
  function stay(): void {
    const state = holder.state();
    if (state.is === 'working') showSignedOut();
    if (state.is === 'signedIn' && state.isLeaving) holder.set({ ...state, isLeaving: false });
  }

  const others = hearSignOut(config.appId, () => showSignedOut());
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) stay();
  });
  void start();

  return {
    state: holder.state,
    subscribe: holder.subscribe,
    getAccessToken({ force = false } = {}) {
      if (!force) return grant?.access_token;
      renewal ??= renew().finally(() => {
        renewal = undefined;
      });
      return renewal;
    },
    signIn: () => void signIn(),
    signOut: () => void signOut(),
    expire() {
      // What a renewal found out says more.
      if (reasonOf(holder.state()) !== 'sessionOver') expire();
    },
    async wantProof() {
      showSignedIn({ signInAgain: 'proofWanted' });
      throw new Error('Proved on the page of the sign-in service.');
    },
  };
}

function reasonOf(state: SessionState): SignInAgainReason | undefined {
  return state.is === 'signedIn' ? state.signInAgain : undefined;
}

/** What the service added to the address, which is cleaned before anything else can see or send it. */
function takeAnswer(): { url: string; isSignIn: boolean } | undefined {
  const url = new URL(location.href);
  const isSignIn = url.searchParams.has('code') || url.searchParams.has('error');
  if (!isSignIn && !url.searchParams.has('state')) return undefined;
  history.replaceState(null, '', location.pathname + location.hash);
  return { url: url.href, isSignIn };
}
