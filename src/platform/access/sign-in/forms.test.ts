import { expect, it } from 'vitest';
import { newCode, newRecoveryCodes, normalCode, normalRecoveryCode } from './codes';
import { deviceLabel } from './device-label';
import { normalLogin, sourceOf } from './digests';

it('takes a login as people type it', () => {
  expect(normalLogin('  Wang.Li ')).toBe('wang.li');
  expect(normalLogin('ｗａｎｇ')).toBe('wang');
});

it('counts an IPv6 network as one source and an IPv4 address by itself', () => {
  expect(sourceOf('192.168.1.7')).toBe('192.168.1.7');
  expect(sourceOf('::ffff:192.168.1.7')).toBe('192.168.1.7');
  expect(sourceOf('2001:db8:0:7::1')).toBe('2001:db8:0:7::/64');
  expect(sourceOf('2001:0DB8:0:7:1:2:3:4')).toBe(sourceOf('2001:db8:0:7:9::'));
  expect(sourceOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
  expect(sourceOf('::1')).toBe('0:0:0:0::/64');
  expect(sourceOf('command')).toBe('command');
});

it('names a device as its owner would', () => {
  const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36';
  expect(deviceLabel(windows)).toBe('Chrome · Windows');
  expect(deviceLabel(`${windows} Edg/120.0`)).toBe('Edge · Windows');
  expect(deviceLabel('Mozilla/5.0 (Linux; Android 10; HarmonyOS) AppleWebKit Chrome/99 Mobile wxwork/4.1')).toBe(
    '企业微信 · HarmonyOS',
  );
  expect(deviceLabel('Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Safari/604.1')).toBe('Safari · iOS');
  expect(deviceLabel('')).toBe('—');
  expect(deviceLabel('curl/8 <script>')).toBe('—');
});

it('makes codes that survive being read aloud and typed again', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    expect(normalRecoveryCode(code.toLowerCase().replaceAll('-', '').replaceAll('0', 'o').replaceAll('1', 'I'))).toBe(
      code.replaceAll('-', ''),
    );
  }
  expect(normalRecoveryCode('123456')).toBe(null);
  expect(normalRecoveryCode('UUUU-UUUU-UUUU')).toBe(null);
  expect(normalCode(newCode(4), 4)).toHaveLength(16);
});
