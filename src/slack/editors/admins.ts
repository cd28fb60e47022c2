/** Who may change facts, and what anybody else is offered instead. */
import { UserError } from '../../errors.ts';
import type { Room } from '../room.ts';
import { EDITORS } from './wording.ts';

/** Told together with a way to say what is wrong. */
export class NotAnEditor extends UserError {
  /** The fact that was to be changed; absent where it was none in particular. */
  readonly factId: string | undefined;

  constructor(factId?: string) {
    super(EDITORS.refused);
    this.factId = factId;
  }
}

export function isEditor({ admins }: Pick<Room, 'admins'>, user: string): boolean {
  return admins.includes(user);
}

/**
 * Asked at each step, since whoever gets hold of a button or a form may send what it sends.
 * @param factId the fact it is about.
 * @throws NotAnEditor for everybody who is no editor.
 */
export function mustBeEditor(room: Pick<Room, 'admins'>, user: string, factId?: string): void {
  if (!isEditor(room, user)) throw new NotAnEditor(factId);
}
