import type { HostHooks } from '../src/account/hostHooks.ts';
import type { CodeOptions } from './CodeForm.tsx';
import type { WidgetProps } from './Widget.tsx';

/** What every form takes from the host. */
export type FormOptions = CodeOptions & HostHooks;

/** What the host is told of a contact: only so much that its owner knows it. */
export interface Done {
  /** As the form shows it: `+86 ••• •••• 5678`, `a•••@example.com`. */
  masked: string;
}

export interface ContactWidgetProps extends CodeOptions, HostHooks {
  /** Level of the heading in your page. Default 2. */
  headingLevel?: WidgetProps['headingLevel'];
  /** Added to the class names of the widget's own element. */
  className?: string;
}
