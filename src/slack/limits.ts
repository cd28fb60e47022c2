/** Every maximum of Slack's that this room works within, in characters or elements; tests hold each. */

/** Blocks in a message, and in the Home tab. */
export const MESSAGE_BLOCKS = 50;
export const HOME_BLOCKS = 100;
export const MODAL_BLOCKS = 100;

export const SECTION_TEXT = 3000;
export const HEADER_TEXT = 150;
/** Leaves room for a label before it. */
export const CONTEXT_TEXT = 1900;
export const BUTTON_TEXT = 75;
/** Of a question on a button: the column of a thread, and a phone, cut what is much wider. */
export const QUESTION_LABEL = 60;
export const BUTTON_VALUE = 2000;
export const BLOCK_ID = 255;
export const ACTIONS = 25;

/** What a text field of a modal can hold. */
export const INPUT_VALUE = 3000;
export const OPTION_TEXT = 75;
export const OPTIONS = 100;

/** Slack asks for at most 4,000 characters in a message's `text` and cuts it at 40,000. */
export const TEXT = 4000;
/** An update of a message takes no more than this, and is refused otherwise. */
export const UPDATE_TEXT = 4000;

/** Posts that one `response_url` takes. */
export const RESPONSES = 5;

/** A restated question is cut here, with an ellipsis: it is above the answer to be recognised, not read. */
export const SHOWN_QUESTION = 300;
