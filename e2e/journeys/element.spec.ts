import { openElement, serveElement } from '../element/elementPage.ts';
import { describeJourneys } from './journeys.ts';

describeJourneys({
  name: 'the custom element',
  async open(page, view) {
    await serveElement(page.context(), "'self'");
    await openElement(page, { view });
  },
});
