import { GenAuthProvider } from 'genauth-account-widget';
import { client, type HostProps, type View, widgets } from './widgets.tsx';

/** Two widgets beside each other: the one that is asked for, and the same for the other contact. */
export function TwoWidgets({ view }: HostProps) {
  const other = view.endsWith('phone')
    ? view.replace('phone', 'email')
    : view.replace('email', 'phone');
  const Widget = widgets[view];
  const Other = widgets[other as View];
  return (
    <GenAuthProvider client={client}>
      <Other />
      <Widget />
    </GenAuthProvider>
  );
}
