import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CHECKS } from '../../../src/facts/checks/index.ts';
import { filesWith, told } from '../files.ts';

function namesIn(folder: string, ending: string): string[] {
  const helpers = ['check', 'index'];
  const names = readdirSync(new URL(folder, import.meta.url)).map((name) => name.slice(0, -ending.length));
  return names.filter((name) => !helpers.includes(name)).sort();
}

describe('the list of rules', () => {
  test('has every rule of the folder', () => {
    expect(Object.keys(CHECKS).sort()).toEqual(namesIn('../../../src/facts/checks', '.ts'));
  });

  test('each rule has a test of its name', () => {
    expect(namesIn('.', '.test.ts')).toEqual(Object.keys(CHECKS).sort());
  });

  test('a good base breaks none', () => {
    expect(told(filesWith())).toEqual([]);
  });
});
