import { UserError } from '../../errors.ts';
import type { Room } from '../room.ts';
import { EDITORS } from './wording.ts';

export function isEditor({ admins }: Pick<Room, 'admins'>, user: string): boolean {
  return admins.includes(user);
}

/**
 * Asked at each step, since whoever gets hold of a button or a form may send what it sends.
 * @throws UserError for everybody who is no editor.
 */
export function mustBeEditor(room: Pick<Room, 'admins'>, user: string): void {
  if (!isEditor(room, user)) throw new UserError(EDITORS.refused);
}
