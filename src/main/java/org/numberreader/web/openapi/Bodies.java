package org.numberreader.web.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createRequestBody;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.util.List;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;

/** The ways to send a picture: told here because the resources take their bodies as plain streams. */
final class Bodies {
    private static final List<String> RAW = List.of(
            "image/png",
            "image/jpeg",
            "image/webp",
            "image/bmp",
            "image/gif",
            "image/tiff",
            "application/pdf",
            "application/octet-stream");

    private Bodies() {}

    static RequestBody onePicture() {
        return body(
                file(),
                "One picture or document: JPEG, PNG, WebP, BMP, GIF, TIFF or PDF; its first bytes decide, not its name or type. It may be packed by gzip, or be a data URL or base64 text.");
    }

    static RequestBody pictures() {
        var files = createSchema().addType(SchemaType.ARRAY).items(file());
        return body(
                files,
                "Pictures and documents, each in a part of its own named `image`; one alone may also come bare.");
    }

    static Schema file() {
        return createSchema().addType(SchemaType.STRING).format("binary");
    }

    private static RequestBody body(Schema field, String description) {
        Content content = createContent()
                .addMediaType("multipart/form-data", createMediaType().schema(form(field)));
        RAW.forEach(type -> content.addMediaType(type, createMediaType().schema(file())));
        var text = createSchema().addType(SchemaType.STRING).description("base64, or a data URL");
        content.addMediaType("application/json", createMediaType().schema(form(text)));
        return createRequestBody().required(true).description(description).content(content);
    }

    private static Schema form(Schema field) {
        return createSchema()
                .addType(SchemaType.OBJECT)
                .addProperty("image", field)
                .addRequired("image");
    }
}
