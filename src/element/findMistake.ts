import { readAppHost } from '../sdk/appHost.ts';
import type { ElementOptions } from './ElementOptions.ts';
import { VIEWS, widgetOf } from './views.ts';

/** What keeps an element from showing anything, as a sentence for its developer. */
export function findMistake(element: ElementOptions): string | undefined {
  const { view, appHost, appId, getAccessToken } = element;
  if (!widgetOf(view)) {
    return `there is no view "${view ?? ''}". Set the attribute "view" to ${VIEWS.join(', ')}.`;
  }
  if (!appHost) return 'the attribute "app-host" is missing.';
  if (!appId) return 'the attribute "app-id" is missing.';
  if (typeof getAccessToken !== 'function') {
    return 'the property "getAccessToken" is no function. It is set by script, not in markup.';
  }
  try {
    readAppHost(appHost);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
