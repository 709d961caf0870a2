import type { Operation } from './call.ts';
import { kinds } from './kinds.ts';
import { getCountryList, getPublicConfig, system } from './operations/catalogue.ts';
import { bind, unbind, update, verifyUpdate } from './operations/contacts.ts';
import { deleteAccount, verifyDeleteAccount } from './operations/deletion.ts';
import { preCheckCode, send } from './operations/messages.ts';
import { resetPassword, updatePassword, verifyResetPassword } from './operations/password.ts';
import { getProfile, getSecurityInfo, updateProfile } from './operations/profile.ts';
import { signIn } from './operations/signIn.ts';

export interface Route {
  /** Name of the SDK's method. */
  name: string;
  method: 'GET' | 'POST';
  path: RegExp;
  run: Operation;
  /** What is not looked at. */
  ignores: { app?: boolean; token?: boolean };
}

const PUBLIC = { app: true, token: true };
const SIGNED_OUT = { token: true };

const route = (
  method: Route['method'],
  name: string,
  path: string,
  run: Operation,
  ignores: Route['ignores'] = {},
): Route => ({
  name,
  method,
  path: new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`),
  run,
  ignores,
});
const get = (name: string, path: string, run: Operation, ignores?: Route['ignores']) =>
  route('GET', name, `/api/v3/${path}`, run, ignores);
const post = (name: string, path: string, run: Operation, ignores?: Route['ignores']) =>
  route('POST', name, `/api/v3/${path}`, run, ignores);

const { phone, email } = kinds;

/** All operations (contract, section 8). */
const routes: Route[] = [
  get('getProfile', 'get-profile', getProfile),
  post('updateProfile', 'update-profile', updateProfile),
  post('bindEmail', 'bind-email', bind(email)),
  post('unbindEmail', 'unbind-email', unbind(email)),
  post('bindPhone', 'bind-phone', bind(phone)),
  post('unbindPhone', 'unbind-phone', unbind(phone)),
  get('getSecurityInfo', 'get-security-info', getSecurityInfo),
  post('updatePassword', 'update-password', updatePassword),
  post('verifyUpdateEmailRequest', 'verify-update-email-request', verifyUpdate(email)),
  post('updateEmail', 'update-email', update(email)),
  post('verifyUpdatePhoneRequest', 'verify-update-phone-request', verifyUpdate(phone)),
  post('updatePhone', 'update-phone', update(phone)),
  post(
    'verifyResetPasswordRequest',
    'verify-reset-password-request',
    verifyResetPassword,
    SIGNED_OUT,
  ),
  post('resetPassword', 'reset-password', resetPassword, SIGNED_OUT),
  post('verifyDeleteAccountRequest', 'verify-delete-account-request', verifyDeleteAccount),
  post('deleteAccount', 'delete-account', deleteAccount),
  post('sendSms', 'send-sms', send(phone)),
  post('sendEmail', 'send-email', send(email)),
  post('preCheckCode', 'pre-check-code', preCheckCode),
  get('getCountryList', 'get-country-list', getCountryList, PUBLIC),
  get('system', 'system', system, PUBLIC),
  post('signIn', 'signin', signIn, SIGNED_OUT),
  route(
    'GET',
    'getPublicConfig',
    '/api/v2/applications/:appId/public-config',
    getPublicConfig,
    PUBLIC,
  ),
];

export function findRoute(method: string, pathname: string): Route | undefined {
  return routes.find((route) => route.method === method && route.path.test(pathname));
}

export const operationNames = (): string[] => routes.map(({ name }) => name);
