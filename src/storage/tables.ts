/** The tables as the newest migration leaves them. Every `at` is in milliseconds since the epoch. */
export interface Tables {
  deliveries: { key: string; at: number };
  conversations: { team: string; channel: string; root: string; value: string; used_at: number };
  exchanges: {
    team: string;
    channel: string;
    ts: string;
    root: string;
    replies: string;
    before: string | null;
    after: string;
    at: number;
  };
  /** Acknowledged and not answered yet; `at` is when the owner was last heard of. */
  in_hand: {
    key: string;
    owner: string;
    body: string;
    taken_at: number;
    at: number;
    /** 1 when an answer is about to be sent, or was. */
    sending: number;
    tries: number;
  };
  feedback: {
    team: string;
    channel: string;
    message: string;
    user: string;
    vote: string;
    question: string;
    fact_ids: string;
    at: number;
  };
  gaps: {
    id: string;
    question: string;
    at: number;
    team: string;
    channel: string;
    thread: string | null;
    offered: string;
    kind: 'unknown' | 'downvote';
    user: string | null;
    /** 1 where it was asked for one's own eyes. */
    is_private: number;
    state: 'open' | 'dismissed' | 'answered' | 'told';
    /** The fact that answers it, once one does. */
    fact_id: string | null;
  };
  suggestions: {
    id: string;
    text: string;
    question: string;
    fact_ids: string;
    at: number;
    user: string;
    /** 1 as long as no editor has dealt with it. */
    open: number;
  };
  reminders: { key: string; at: number };
  history: {
    id: string;
    fact_id: string;
    at: number;
    who: string;
    why: string;
    before: string | null;
    after: string | null;
    /** Set while the change is being written; its one possible value is unique. */
    lock: string | null;
  };
  /** Each fact as it was last seen in the files. */
  known_facts: { fact_id: string; value: string };
  posted: {
    team: string;
    channel: string;
    ts: string;
    thread: string | null;
    fact_ids: string;
    question: string;
    asked_by: string | null;
    at: number;
  };
  posted_facts: { fact_id: string; team: string; channel: string; ts: string; at: number };
}
