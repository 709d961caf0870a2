import {
  BindEmail,
  BindPhone,
  ChangeEmail,
  ChangePhone,
  createAuthenticationClient,
  UnbindEmail,
  UnbindPhone,
} from 'genauth-account-widget';

export const widgets = {
  'bind-phone': BindPhone,
  'change-phone': ChangePhone,
  'unbind-phone': UnbindPhone,
  'bind-email': BindEmail,
  'change-email': ChangeEmail,
  'unbind-email': UnbindEmail,
};

export type View = keyof typeof widgets;

export interface HostProps {
  view: View;
}

export const isView = (text: string): text is View => Object.hasOwn(widgets, text);

/** The sandbox answers at the page's own origin; a test says as whom. */
export const client = createAuthenticationClient({
  appId: '64f0c1d2e3a4b5c6d7e8f901',
  appHost: location.origin,
  getAccessToken: () => localStorage.getItem('genauth-account-widget.demo-account') ?? undefined,
});
