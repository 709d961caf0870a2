import type { ComponentType } from 'react';
import { BindEmail } from '../../components/BindEmail.tsx';
import { BindPhone, type BindPhoneProps } from '../../components/BindPhone.tsx';
import { ChangeEmail } from '../../components/ChangeEmail.tsx';
import { ChangePhone, type ChangePhoneProps } from '../../components/ChangePhone.tsx';
import { EmailSettings } from '../../components/EmailSettings.tsx';
import { PhoneSettings, type PhoneSettingsProps } from '../../components/PhoneSettings.tsx';
import { UnbindEmail } from '../../components/UnbindEmail.tsx';
import { UnbindPhone, type UnbindPhoneProps } from '../../components/UnbindPhone.tsx';
import type { AccountView } from './ElementOptions.ts';

/** What all widgets together take; `view` is that of a card. */
export type WidgetOptions = BindPhoneProps &
  ChangePhoneProps &
  UnbindPhoneProps &
  PhoneSettingsProps;

const WIDGETS: Record<AccountView, ComponentType<WidgetOptions>> = {
  'bind-phone': BindPhone,
  'change-phone': ChangePhone,
  'unbind-phone': UnbindPhone,
  'phone-settings': PhoneSettings,
  'bind-email': BindEmail,
  'change-email': ChangeEmail,
  'unbind-email': UnbindEmail,
  'email-settings': EmailSettings,
};

export const VIEWS = Object.keys(WIDGETS);

/** The widget that a `view` names. */
export function widgetOf(view: string | undefined): ComponentType<WidgetOptions> | undefined {
  return new Map<string | undefined, ComponentType<WidgetOptions>>(Object.entries(WIDGETS)).get(
    view,
  );
}
