import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CookieAnswer } from './route';

/** `__Host-` binds a cookie to this host and to https; browsers refuse the name over plain http (loopback, SEC-04). */
export function cookieNames(https: boolean): Readonly<Record<CookieAnswer['name'], string>> {
  const prefix = https ? '__Host-' : '';
  return { session: `${prefix}nol_session`, device: `${prefix}nol_device` };
}

export function readCookie(request: FastifyRequest, name: string): string | undefined {
  return request.cookies[name];
}

/** Sets it out of reach of scripts; an empty value takes it away. */
export function writeCookie(reply: FastifyReply, { name, value, seconds }: CookieAnswer, https: boolean): void {
  const maxAge = value === '' ? 0 : seconds;
  void reply.setCookie(cookieNames(https)[name], value, { path: '/', httpOnly: true, sameSite: 'strict', secure: https, maxAge });
}
