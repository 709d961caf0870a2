export { BindEmail, type BindEmailProps } from '../components/BindEmail.tsx';
export { BindPhone, type BindPhoneProps } from '../components/BindPhone.tsx';
export { ChangeEmail, type ChangeEmailProps } from '../components/ChangeEmail.tsx';
export { ChangePhone, type ChangePhoneProps } from '../components/ChangePhone.tsx';
export type { SettingsView } from '../components/ContactSettings.tsx';
export type { Done } from '../components/ContactWidgetProps.ts';
export { EmailSettings, type EmailSettingsProps } from '../components/EmailSettings.tsx';
export { PhoneSettings, type PhoneSettingsProps } from '../components/PhoneSettings.tsx';
export { UnbindEmail, type UnbindEmailProps } from '../components/UnbindEmail.tsx';
export { UnbindPhone, type UnbindPhoneProps } from '../components/UnbindPhone.tsx';
export { GenAuthProvider, type GenAuthProviderProps } from './account/GenAuthProvider.tsx';
export type {
  BeforeSendAnswer,
  BeforeSendInfo,
  HostHooks,
  NeedHelp,
  SendInfo,
} from './account/hostHooks.ts';
export type { Catalogue, MessageOverrides, Messages } from './i18n/en.ts';
export type { CountryCode } from './phone/callingCodes.ts';
export * from './sdk/authenticationClient.ts';
export type { Diagnostic } from './sdk/diagnostic.ts';
export { type FailureKind, GenAuthError, type Outcome } from './sdk/failure.ts';
export type {
  AccessTokenOptions,
  AuthenticationClientOptions,
  CallOptions,
  Lang,
} from './sdk/options.ts';
export type * from './sdk/wire.ts';
