import { place } from '../../../ui/desk/place';

/** 一生一档: the page of one child. */
export const childPlace = place('/children/:id', {});
