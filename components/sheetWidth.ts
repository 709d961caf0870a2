/** On a screen narrower than this, px, the list of countries covers it; as in styles.css. */
export const SHEET_WIDTH = 640;
