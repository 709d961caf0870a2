/** Dispatched in a shadow root that was moved in its page: what was in the top layer no longer is. */
export const MOVED = 'genauth-moved';
