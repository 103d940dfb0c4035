import { isSecondFactor } from '../../gateway/identity/second-factor';

/** What a stolen password, phone or key alone would show must not open what needs two factors. */
describe('a provider’s word on how somebody signed in', () => {
  it.each([
    [['pwd']],
    [['otp']],
    [['hwk']],
    [['swk']],
    [['sc']],
    [['fido']],
    [['pin']],
    [['fpt']],
    [['pwd', 'pin']],
    [['otp', 'hwk', 'swk']],
    [['hwk', 'user']],
    [['pwd', 'sms']],
    [['pwd', 'tel']],
    [['pwd', 'kba']],
    [['pwd', 'geo', 'rba', 'wia']],
    [['mca']],
    [[]],
    ['mfa'],
    [{ 0: 'mfa', length: 1 }],
    [[['mfa']]],
    [['MFA']],
    [['mfa ']],
    [[null]],
    [undefined],
  ])('%j is no second factor', (amr) => {
    expect(isSecondFactor(amr)).toBe(false);
  });

  it.each([
    [['mfa']],
    [['pwd', 'mfa']],
    [['pwd', 'otp']],
    [['otp', 'pwd', 'x']],
    [['hwk', 'pin']],
    [['swk', 'fpt']],
    [['pwd', 'face']],
    [['fido', 'pin']],
  ])('%j is one', (amr) => {
    expect(isSecondFactor(amr)).toBe(true);
  });

  it('counts what an administrator lets count instead, and nothing else', () => {
    expect(isSecondFactor(['urn:strong'], ['urn:strong'])).toBe(true);
    expect(isSecondFactor(['mfa'], ['urn:strong'])).toBe(false);
    expect(isSecondFactor(['pwd', 'otp'], ['urn:strong'])).toBe(false);
  });
});
