export { BindPhone, type BindPhoneProps } from '../components/BindPhone.tsx';
export { GenAuthProvider, type GenAuthProviderProps } from './account/GenAuthProvider.tsx';
export type { BeforeSendAnswer, HostHooks, SendInfo } from './account/hostHooks.ts';
export type { MessageOverrides, Messages } from './i18n/en.ts';
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
