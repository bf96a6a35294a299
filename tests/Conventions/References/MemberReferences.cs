using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Amity.Tests.Conventions.References;

/// <summary>Finds which members of an assembly refer to which; constants are not seen, as the compiler copies their values.</summary>
internal static class MemberReferences
{
    internal static IEnumerable<Reference> In(ModuleDefinition module) =>
        from type in module.GetTypes()
        from member in type.Methods.Concat<IMemberDefinition>(type.Fields).Concat(type.Properties).Concat(type.Events).Prepend(type)
        from target in Targets(member).Concat(member.CustomAttributes.SelectMany(Targets)).Distinct()
        where target != member
        select new Reference(member, target);

    private static IEnumerable<IMemberDefinition> Targets(IMemberDefinition member) => member switch
    {
        TypeDefinition type => type.Interfaces.Select(implemented => implemented.InterfaceType).Prepend(type.BaseType).SelectMany(Targets)
            .Concat(type.GenericParameters.SelectMany(Constraints)),
        MethodDefinition method => Signature(method).Concat(method.HasBody ? Body(method.Body) : []),
        FieldDefinition field => Targets(field.FieldType),
        // What else they refer to is in their accessors.
        _ => [],
    };

    private static IEnumerable<IMemberDefinition> Signature(MethodDefinition method) =>
        Targets(method.ReturnType)
            .Concat(method.Parameters.SelectMany(parameter => Targets(parameter.ParameterType)))
            .Concat(method.GenericParameters.SelectMany(Constraints))
            .Concat(method.Parameters.Append<ICustomAttributeProvider>(method.MethodReturnType)
                .SelectMany(part => part.CustomAttributes).SelectMany(Targets));

    private static IEnumerable<IMemberDefinition> Body(MethodBody body) =>
        body.Variables.SelectMany(local => Targets(local.VariableType))
            .Concat(body.ExceptionHandlers.SelectMany(handler => Targets(handler.CatchType)))
            .Concat(body.Instructions.Select(instruction => instruction.Operand).OfType<MemberReference>().SelectMany(Targets));

    private static IEnumerable<IMemberDefinition> Constraints(GenericParameter parameter) =>
        parameter.Constraints.SelectMany(constraint => Targets(constraint.ConstraintType));

    private static IEnumerable<IMemberDefinition> Targets(CustomAttribute attribute) =>
        attribute.ConstructorArguments.Concat(attribute.Fields.Concat(attribute.Properties).Select(named => named.Argument))
            .SelectMany(Targets).Concat(Targets(attribute.Constructor));

    private static IEnumerable<IMemberDefinition> Targets(CustomAttributeArgument argument) => Targets(argument.Type).Concat(argument.Value switch
    {
        TypeReference type => Targets(type),
        CustomAttributeArgument boxed => Targets(boxed),
        CustomAttributeArgument[] elements => elements.SelectMany(Targets),
        _ => [],
    });

    private static IEnumerable<IMemberDefinition> Targets(MemberReference? reference) => reference switch
    {
        TypeDefinition type => [type],
        GenericInstanceType type => type.GenericArguments.SelectMany(Targets).Concat(Targets(type.ElementType)),
        TypeSpecification type => Targets(type.ElementType),
        GenericInstanceMethod method => method.GenericArguments.SelectMany(Targets).Concat(Targets(method.ElementMethod)),
        IMemberDefinition member => [member],
        // Of a constructed type, as List<Room>.Add or, where the type is of this assembly, AsyncPages<Room>.GetPageAsync.
        { DeclaringType: GenericInstanceType type } => type.GenericArguments.SelectMany(Targets)
            .Concat(type.ElementType is TypeDefinition ? [reference.Resolve()] : []),
        _ => [],
    };
}
