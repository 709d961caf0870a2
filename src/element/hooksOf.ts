import type { HostHooks } from '../account/hostHooks.ts';
import type { ElementOptions } from './ElementOptions.ts';
import { ask, tell } from './events.ts';
import type { WidgetOptions } from './views.ts';

type Hooks = Required<HostHooks> &
  Pick<WidgetOptions, 'onBound' | 'onChanged' | 'onUnbound' | 'onViewChange'>;

/** Makes an event of everything that a widget tells its host, or asks it. */
export function hooksOf(element: HTMLElement & ElementOptions): Hooks {
  return {
    onBound: ({ masked }) => tell(element, 'genauth:bound', { masked }),
    onChanged: ({ masked }) => tell(element, 'genauth:changed', { masked }),
    onUnbound: ({ masked }) => tell(element, 'genauth:unbound', { masked }),
    onSent: (send) => tell(element, 'genauth:sent', send),
    onAuthExpired: () => tell(element, 'genauth:auth-expired', null),
    onNeedHelp: (need) => tell(element, 'genauth:need-help', need),
    onError: (error) => tell(element, 'genauth:error', { error }),
    onBeforeSend(send) {
      const { isWanted, answer } = ask(element, 'genauth:before-send', send);
      return isWanted ? answer : false;
    },
    onReauthRequired() {
      const { answer } = ask(element, 'genauth:reauth-required', null);
      // A proof that nobody asked for is not there.
      return answer ?? Promise.reject(new Error('genauth:reauth-required was not answered.'));
    },
    onViewChange(view) {
      const openForm = view === 'card' ? undefined : view;
      element.openForm = openForm;
      tell(element, 'genauth:view-change', { openForm });
    },
  };
}
