import { isObject, own } from './envelope.ts';
import type { PublicConfig } from './wire.ts';

/**
 * The part of an application's public configuration that shapes a form. Every field is optional, and one that is
 * not as documented is left out: a form then does what it does without the configuration.
 */
export function readPublicConfig(data: object): PublicConfig {
  const verifyCodeLength = own(data, 'verifyCodeLength');
  const sms = section(data, 'internationalSmsConfig');
  const enabled = own(sms, 'enabled');
  const defaultISOType = own(sms, 'defaultISOType');
  const verifyOldPhone = own(section(data, 'changePhoneStrategy'), 'verifyOldPhone');
  const verifyOldEmail = own(section(data, 'changeEmailStrategy'), 'verifyOldEmail');
  return {
    ...(isCodeLength(verifyCodeLength) && { verifyCodeLength }),
    internationalSmsConfig: {
      ...(typeof enabled === 'boolean' && { enabled }),
      ...(isCountry(defaultISOType) && { defaultISOType }),
    },
    changePhoneStrategy: { ...(typeof verifyOldPhone === 'boolean' && { verifyOldPhone }) },
    changeEmailStrategy: { ...(typeof verifyOldEmail === 'boolean' && { verifyOldEmail }) },
  };
}

function section(data: object, name: string): object {
  const value = own(data, name);
  return isObject(value) ? value : {};
}

function isCodeLength(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 4 && value <= 10;
}

function isCountry(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Z]{2}$/.test(value);
}
