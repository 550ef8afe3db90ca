import type { ReadTrx, Trx } from '../../db';
import type { AccessTables } from '../tables';

/** Whether a person has signed in wholly from the device before; asked in the same way for an account that does not exist. */
export async function knowsDevice(trx: ReadTrx, userId: string, deviceHash: Buffer): Promise<boolean> {
  const known = await devices(trx).where('user_id', '=', userId).where('device_hash', '=', deviceHash).executeTakeFirst();
  return known !== undefined;
}

/** Whether a device's cookie was given out by us, to whomever: colleagues may share a computer. */
export async function isOurDevice(trx: ReadTrx, deviceHash: Buffer): Promise<boolean> {
  return (await devices(trx).where('device_hash', '=', deviceHash).limit(1).executeTakeFirst()) !== undefined;
}

/** Remembers the device for the person. */
export async function rememberDevice(trx: Trx, userId: string, deviceHash: Buffer): Promise<void> {
  const row = { county_id: trx.countyId, user_id: userId, device_hash: deviceHash, first_at: trx.now, last_at: trx.now };
  await trx
    .withTables<AccessTables>()
    .insertInto('known_device')
    .values(row)
    .onConflict((conflict) => conflict.columns(['county_id', 'user_id', 'device_hash']).doUpdateSet({ last_at: trx.now }))
    .execute();
}

export async function forgetDevices(trx: Trx, userId: string): Promise<void> {
  const all = trx.withTables<AccessTables>().deleteFrom('known_device');
  await all.where('county_id', '=', trx.countyId).where('user_id', '=', userId).execute();
}

export async function forgetDevicesBefore(trx: Trx, moment: Date): Promise<void> {
  const old = trx.withTables<AccessTables>().deleteFrom('known_device');
  await old.where('county_id', '=', trx.countyId).where('last_at', '<', moment).execute();
}

function devices(trx: ReadTrx) {
  return trx.withTables<AccessTables>().selectFrom('known_device').select('user_id').where('county_id', '=', trx.countyId);
}
