import { idPrefixes, isId, requireId, seedId } from '../../shared/schema/type-id';
import { allTerms, placesWithin, requireCode, taxonomyLists } from '../../shared/taxonomy/term';

describe('ids', () => {
  it('say what they name', () => {
    const id = seedId('Organization', 'mima');
    expect(id).toMatch(/^org_[0-9a-z]{26}$/);
    expect(isId('Organization', id)).toBe(true);
    expect(isId('Campaign', id)).toBe(false);
  });

  it('of a seed record never change, and differ between records', () => {
    expect(seedId('Organization', 'mima')).toBe(seedId('Organization', 'mima'));
    expect(seedId('Organization', 'mima')).not.toBe(seedId('Organization', 'nair'));
    expect(new Set(Object.values(idPrefixes)).size).toBe(Object.keys(idPrefixes).length);
  });

  it.each([
    '',
    'mima',
    'org_',
    'org_zzz',
    'org_01h455vb4pex5vsknk084sn02q; drop table',
    'org_01H455VB4PEX5VSKNK084SN02Q',
  ])('of the wrong form are refused: %p', (id) => {
    expect(() => requireId('Organization', id)).toThrow(expect.objectContaining({ code: 'INVALID_ID' }));
  });
});

describe('codes', () => {
  it('have a label in Arabic and in English, each in its own script', () => {
    const all = taxonomyLists.flatMap((list) => allTerms(list));
    expect(all.length).toBeGreaterThan(300);
    expect(all.filter(({ label }) => !label.ar || !label.en)).toEqual([]);
    const arabic = all.filter(({ label }) => /\p{Script=Arabic}/u.test(label.ar!));
    expect(arabic.length).toBe(all.length);
  });

  it('are refused when they are not in the list', () => {
    expect(requireCode('themes', 'health-access')).toBe('health-access');
    expect(() => requireCode('themes', 'health')).toThrow(expect.objectContaining({ code: 'UNKNOWN_CODE' }));
    expect(() => requireCode('themes', '__proto__')).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_CODE' }),
    );
  });

  it('of the Sustainable Development Goals are the 169 that the United Nations have set', () => {
    const codes = allTerms('sdgTargets').map(({ code }) => code);
    expect(codes).toHaveLength(169);
    expect(new Set(codes).size).toBe(169);
    expect(codes.filter((code) => /^1\./.test(code))).toEqual([
      '1.1',
      '1.2',
      '1.3',
      '1.4',
      '1.5',
      '1.a',
      '1.b',
    ]);
    // The last ones of some goals, and what would come after them.
    for (const last of ['3.d', '8.10', '10.c', '12.8', '14.c', '15.9', '16.10', '16.b', '17.19'])
      expect(requireCode('sdgTargets', last)).toBe(last);
    for (const none of ['1.6', '1.c', '7.c', '13.4', '16.11', '17.20', '17.a', '18.1', '0.1', '10'])
      expect(() => requireCode('sdgTargets', none)).toThrow(
        expect.objectContaining({ code: 'UNKNOWN_CODE' }),
      );
  });

  it('of a place stand for the places inside it too', () => {
    expect(placesWithin('baltimore').sort()).toEqual([
      'baltimore',
      'brooklyn-baltimore',
      'fallstaff',
      'highlandtown',
    ]);
  });
});
