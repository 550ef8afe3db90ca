export {
  type Actor,
  covers,
  type Grant,
  may,
  type Permission,
  type Permissions,
  type Scope,
  scopeOf,
  widestScope,
  workingRoles,
} from './actor';
export { type Role, roleFacts, roleNames, roles, type Tree } from './roles';
