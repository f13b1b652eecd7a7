import { describe, expect, it } from 'vitest';
import { floorAt, namedFloor, surfaceOf, usedFloors } from '../src/logic/floors';
import { camera, leg, plan, route } from './site';

const house = plan(camera('gate', 'ground', 10, 20), camera('stairs', 'up', 30, 40));

describe('floors', () => {
  it('shows floors that have cameras, the lowest first', () => {
    expect(usedFloors(house).map((floor) => floor.name)).toEqual(['Ground', 'Upstairs']);
  });

  it('finds a floor by its name in any case, and by its id', () => {
    expect(namedFloor(house.floors, ' upstairs ')?.id).toBe('up');
    expect(namedFloor(house.floors, 'ground')?.id).toBe('ground');
    expect(namedFloor(house.floors, 'attic')).toBeNull();
  });

  it('follows a person from floor to floor', () => {
    const routes = [route(leg('gate', 100, 110), leg('stairs', 200, 210))];
    expect(floorAt(house, routes, 150)?.id).toBe('ground');
    expect(floorAt(house, routes, 205)?.id).toBe('up');
  });

  it('begins on the lowest floor before anybody came', () => {
    expect(floorAt(house, [route(leg('stairs', 200, 210))], 50)?.id).toBe('ground');
  });

  it('stays where it was while somebody is on a camera without a place', () => {
    const routes = [route(leg('stairs', 100, 110), leg('shed', 200, 210))];
    expect(floorAt(house, routes, 205)?.id).toBe('up');
  });

  it('lays cameras out by walking times where none has a place', () => {
    const surface = surfaceOf(plan(camera('gate', null), camera('shed', null)), null);
    expect([...surface.places.keys()]).toEqual(['gate', 'shed']);
    expect(surface.floor).toBeNull();
  });
});
